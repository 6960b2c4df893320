import type { ReadBuild } from './ExecutorProject';
import { placeBuilds, SORT_KEY } from './sortKeys';

const now = new Date('2026-11-20T12:00:00Z');
const read = (id: string, startedAt?: string, number?: number) =>
  ({ build: { id, startedAt, number } }) as ReadBuild;
const place = (builds: ReadBuild[], below?: string) =>
  placeBuilds(
    builds.map(({ build }) => build.id),
    builds,
    new Map(),
    { below, now },
  ).map(({ sortKey }) => sortKey);

describe('placeBuilds', () => {
  it('keeps the order of the executor, whatever the times and numbers say', () => {
    const keys = place([
      read('e', undefined, 9),
      read('d', '2026-11-20T10:00:00Z', 8),
      read('c', '2026-11-20T11:00:00Z', 7),
      read('b', '2026-11-20T11:00:00Z', 7),
      read('a', 'no date'),
      read('z', '2026-11-19T10:00:00Z', 1),
    ]);
    expect(keys.every(key => SORT_KEY.test(key))).toBe(true);
    expect(new Set(keys).size).toBe(6);
    expect(keys).toEqual([...keys].sort().reverse());
  });

  it('puts what is older below what is known, and leaves what is known where it is', () => {
    const [below] = place([read('x', '2026-11-20T10:00:00Z')]);
    const [key] = place([read('y', '2026-11-20T11:00:00Z')], below);
    expect(key < below).toBe(true);

    const known = new Map([['y', { read: read('y'), sortKey: key }]]);
    const [kept] = placeBuilds(['y'], [read('y', '2026-11-20T09:00Z')], known, {
      now,
    });
    expect(kept.sortKey).toBe(key);
    expect(kept.read.build.startedAt).toBe('2026-11-20T09:00Z');
  });
});
