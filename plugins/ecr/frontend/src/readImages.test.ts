import type { EcrApi, EcrImageQuery } from '@shopstack/plugin-ecr-common';
import { readImages } from './readImages';
import { exampleImage, OK } from './__testUtils__/examples';

const image = (number: number) =>
  exampleImage('a', { digest: `sha256:${String(number).padStart(64, '0')}` });

/** A repository of so many images; `shift` images are pushed between two requests. */
function repository(total: number, shift = 0) {
  const asked: EcrImageQuery[] = [];
  const listImages: EcrApi['listImages'] = async (_entity, query = {}) => {
    asked.push(query);
    const { offset = 0, limit = 50 } = query;
    const first = offset === 0 ? 0 : offset - shift;
    const count = Math.min(limit, total - offset);
    const items = Array.from({ length: count }, (_, index) =>
      image(first + index),
    );
    return { items, total, sources: OK };
  };
  const read = (count: number) =>
    readImages(
      { listImages },
      'component:default/orders',
      { running: true },
      count,
      new AbortController().signal,
    );
  return { read, asked };
}

describe('readImages', () => {
  it('asks once for what the backend answers at once', async () => {
    const { read, asked } = repository(2_512);
    const page = await read(150);
    expect(page.items).toHaveLength(150);
    expect(page.total).toBe(2_512);
    expect(asked).toEqual([{ running: true, offset: 0, limit: 150 }]);
  });

  it('asks in parts for more', async () => {
    const { read, asked } = repository(2_512);
    const page = await read(1_050);
    expect(page.items).toHaveLength(1_050);
    expect(asked.map(({ offset, limit }) => [offset, limit])).toEqual([
      [0, 500],
      [500, 500],
      [1_000, 50],
    ]);
  });

  it('shows once what moved from one part to the next', async () => {
    const { read } = repository(2_512, 2);
    const page = await read(600);
    const digests = page.items.map(item => item.digest);
    expect(new Set(digests).size).toBe(digests.length);
    expect(digests).toHaveLength(598);
  });
});
