import type { BuildQuery } from '@shopstack/plugin-builds-common';
import { build, page } from '../__testUtils__/builds';
import { readPages } from './useBuilds';

const history = Array.from({ length: 230 }, (_, index) =>
  build({ id: `orders:${index}`, number: 230 - index }),
);

/** A backend whose cursor is the position in the history. */
const backend = jest.fn(async ({ limit = 25, cursor }: BuildQuery) => {
  const from = Number(cursor ?? 0);
  const to = from + limit;
  return page(history.slice(from, to), {
    ...(to < history.length && { nextCursor: String(to) }),
  });
});

describe('readPages', () => {
  beforeEach(() => backend.mockClear());

  it('reads so many pages as are wanted, by the cursor', async () => {
    const read = await readPages(backend, 3);
    expect(read.items.map(({ number }) => number)).toEqual(
      history.slice(0, 125).map(({ number }) => number),
    );
    expect(read.nextCursor).toBe('125');
    expect(backend.mock.calls.map(([query]) => query)).toEqual([
      { limit: 25 },
      { limit: 50, cursor: '25' },
      { limit: 50, cursor: '75' },
    ]);
  });

  it('ends at the end of the history', async () => {
    const read = await readPages(backend, 50);
    expect(read.items).toHaveLength(230);
    expect(read.nextCursor).toBeUndefined();
    expect(backend).toHaveBeenCalledTimes(6);
  });

  it('reads no further than asked when a filter leaves a page empty', async () => {
    const ask = jest.fn(async () => page([], { nextCursor: 'further' }));
    await readPages(ask, 2);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('counts a build once that moved to the next page meanwhile', async () => {
    const ask = jest
      .fn()
      .mockResolvedValueOnce(page(history.slice(0, 2), { nextCursor: 'a' }))
      .mockResolvedValueOnce(page(history.slice(1, 3)));
    const read = await readPages(ask, 2);
    expect(read.items.map(({ id }) => id)).toEqual([
      'orders:0',
      'orders:1',
      'orders:2',
    ]);
  });
});
