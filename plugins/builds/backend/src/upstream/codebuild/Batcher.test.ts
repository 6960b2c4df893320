import { runInBackground } from '@shopstack/plugin-kit-node';
import { allocate } from './allocate';
import { Batcher } from './Batcher';

const names = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

describe('allocate', () => {
  it.each([
    [[[200, 100]], [100]],
    [[[100, 5]], [100]],
    [
      Array.from({ length: 20 }, () => [100, 5]),
      Array.from({ length: 20 }, () => 5),
    ],
    [
      [
        [100, 5],
        [3, 5],
        [0, 5],
      ],
      [97, 3, 0],
    ],
    [[[150, 101]], [150]],
  ])('shares what fits among %j', (wishes, counts) => {
    const asked = wishes.map(([ids, must]) => ({ ids: names('b', ids), must }));
    expect(allocate(asked, 100)).toEqual(counts);
  });
});

describe('Batcher', () => {
  const calls: string[][] = [];
  const create = () =>
    new Batcher<string>(async ids => {
      calls.push(ids);
      if (ids.includes('bad')) {
        throw new Error('refused');
      }
      return new Map(ids.filter(id => id !== 'gone').map(id => [id, id]));
    });

  beforeEach(() => {
    calls.length = 0;
  });

  it('sends one call when all who joined know what they want', async () => {
    const batcher = create();
    const [one, other, idle] = ['p', 'p', 'q'].map(name => batcher.join(name));
    const first = one.take({ ids: ['a', 'gone'], must: 2 });
    idle.leave();
    expect(calls).toEqual([]);
    const second = other.take({ ids: ['a', 'b'], must: 1 });

    const answers = await Promise.all([first, second]);
    expect(calls).toEqual([['a', 'gone', 'b']]);
    expect([...answers[0].found]).toEqual([['a', 'a']]);
    expect([...answers[1].asked]).toEqual(['a', 'b']);
  });

  it('does not wait for ever for who joined and says nothing', async () => {
    const batcher = create();
    const silent = batcher.join('p');
    await expect(
      batcher.join('p').take({ ids: ['a'], must: 1 }),
    ).resolves.toMatchObject({ found: new Map([['a', 'a']]) });
    silent.leave();
    silent.leave();
    await batcher.join('p').take({ ids: ['b'], must: 1 });
    expect(calls).toEqual([['a'], ['b']]);
  });

  it('keeps people and the background apart', async () => {
    const batcher = create();
    const background = runInBackground(() => batcher.join('p'));
    await batcher.join('p').take({ ids: ['a'], must: 1 });
    expect(calls).toEqual([['a']]);
    background.leave();
  });

  it('waits for who is announced, until it came or does not come', async () => {
    const batcher = create();
    const ends = ['p', 'q', 'r'].map(name => batcher.announce(name));
    const first = batcher.join('p').take({ ids: ['a'], must: 1 });
    const second = batcher.join('q').take({ ids: ['b'], must: 1 });
    // Somebody else announces one that came already.
    batcher.announce('q')();
    expect(calls).toEqual([]);
    ends.forEach(end => end());
    await Promise.all([first, second]);
    expect(calls).toEqual([['a', 'b']]);
  });

  it('fails for those only whose call failed', async () => {
    const batcher = create();
    const [one, other] = [batcher.join('p'), batcher.join('q')];
    const good = one.take({ ids: names('a', 100), must: 100 });
    const bad = other.take({ ids: ['bad'], must: 1 });
    await expect(bad).rejects.toThrow('refused');
    await expect(good).resolves.toMatchObject({
      found: expect.objectContaining({ size: 100 }),
    });
  });
});
