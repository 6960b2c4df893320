import type { EcrImageQuery, EcrScan } from '@shopstack/plugin-ecr-common';
import { newestFirst, type RepositoryImage } from '../images/RepositoryImage';
import { filterImages, type ListedRepository } from './filterImages';

const digestOf = (number: number) =>
  `sha256:${number.toString(16).padStart(64, '0')}`;
const image = (
  number: number,
  rest: Partial<RepositoryImage> = {},
): RepositoryImage => ({
  digest: digestOf(number),
  tags: [`Release-${number}`],
  kind: 'image',
  pushedAt: new Date(1_790_000_000_000 + number * 1000).toISOString(),
  ...rest,
});
const repository = (
  images: RepositoryImage[],
  known: {
    scans?: Record<string, EcrScan>;
    running?: Record<string, string[]>;
  } = {},
): ListedRepository<string> => ({
  repository: 'cart',
  images: images.sort(newestFirst),
  scanOf: ({ digest }) => known.scans?.[digest] ?? { status: 'NOT_READ' },
  runningIn: digest => known.running?.[digest] ?? [],
});
const numbers = (
  repositories: ListedRepository<string>[],
  query: EcrImageQuery = {},
  page = { offset: 0, limit: 50 },
) => {
  const { found, total } = filterImages(repositories, query, page);
  const digits = found.map(each => parseInt(each.image.digest.slice(-8), 16));
  return [digits, total];
};

describe('filterImages', () => {
  it('merges repositories, newest first, and counts what fits', () => {
    const repositories = [
      repository([image(1), image(4), image(5)]),
      repository([]),
      repository([image(2), image(3), image(6, { pushedAt: undefined })]),
    ];
    expect(numbers(repositories)).toEqual([[5, 4, 3, 2, 1, 6], 6]);
    expect(numbers(repositories, {}, { offset: 2, limit: 2 })).toEqual([
      [3, 2],
      6,
    ]);
    expect(numbers(repositories, {}, { offset: 9, limit: 2 })).toEqual([[], 6]);
    expect(numbers([])).toEqual([[], 0]);
  });

  it('searches parts of tags in any case, and beginnings of digests', () => {
    const all = [repository([image(1), image(18), image(0x1234567890)])];
    expect(numbers(all, { search: 'release-1' })[1]).toBe(2);
    expect(numbers(all, { search: ' RELEASE-18 ' })).toEqual([[18], 1]);
    expect(numbers(all, { search: digestOf(18) })).toEqual([[18], 1]);
    expect(numbers(all, { search: digestOf(18).slice(7) })).toEqual([[18], 1]);
    // Not the middle of a digest.
    expect(numbers(all, { search: '34567890' })[1]).toBe(0);
    expect(numbers(all, { search: '.*' })[1]).toBe(0);
  });

  it('leaves out what has no tag, unless it runs', () => {
    const all = [
      repository([image(1, { tags: [] }), image(2, { tags: [] }), image(3)], {
        running: { [digestOf(1)]: ['prod'] },
      }),
    ];
    expect(numbers(all, { untagged: false })).toEqual([[3, 1], 2]);
    expect(numbers(all, { untagged: true })[1]).toBe(3);
    expect(numbers(all, { running: true })).toEqual([[1], 1]);
    expect(numbers(all, { running: false })[1]).toBe(3);
  });

  it('narrows to states and severities', () => {
    const all = [
      repository([image(1), image(2), image(3), image(4)], {
        scans: {
          [digestOf(1)]: { status: 'COMPLETE', counts: { HIGH: 1, LOW: 9 } },
          [digestOf(2)]: { status: 'COMPLETE', counts: { LOW: 2, HIGH: 0 } },
          [digestOf(3)]: { status: 'FAILED' },
        },
      }),
    ];
    expect(numbers(all, { scan: ['FAILED', 'NOT_READ'] })).toEqual([[4, 3], 2]);
    expect(numbers(all, { severity: 'MEDIUM' })).toEqual([[1], 1]);
    expect(numbers(all, { severity: 'LOW' })).toEqual([[2, 1], 2]);
    expect(numbers(all, { severity: 'UNDEFINED', scan: ['COMPLETE'] })[1]).toBe(
      2,
    );
    expect(numbers(all, { scan: [] })[1]).toBe(4);
  });
});
