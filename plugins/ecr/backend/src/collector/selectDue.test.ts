import { parseAwsArn } from '@shopstack/plugin-kit-node';
import { arnOf, digestOf } from '../__testUtils__/EcrStub';
import type { RepositoryImage } from '../images/RepositoryImage';
import type { KeptScan } from '../store/ScanStore';
import { runningIndexes } from './runningIndexes';
import { selectDue } from './selectDue';

const arn = parseAwsArn(arnOf('shopstack-cart'), {
  service: 'ecr',
  resourceType: 'repository',
});
const now = new Date('2026-11-20T10:00:00Z');
const image = (
  number: number,
  rest: Partial<RepositoryImage> = {},
): RepositoryImage => ({
  digest: digestOf(number),
  tags: [`v${number}`],
  kind: 'image',
  ...rest,
});
const kept = (number: number, minutes: number): [string, KeptScan] => [
  digestOf(number),
  {
    repositoryArn: arn.arn,
    digest: digestOf(number),
    scan: { status: 'COMPLETE' },
    dueAt: new Date(now.getTime() + minutes * 60_000),
  },
];
const running = (number: number, tags: string[] = []) => ({
  digest: digestOf(number),
  tags,
  environments: ['prod'],
});
const select = (
  listed: RepositoryImage[],
  rest: Partial<Parameters<typeof selectDue>[0]> = {},
) =>
  selectDue({
    arn,
    listed,
    topic: 'topic',
    running: [],
    scans: new Map(),
    newestScanned: 2,
    now,
    ...rest,
  }).map(({ digest, isRunning }) => [
    parseInt(digest.slice(-4), 16),
    isRunning,
  ]);

describe('selectDue', () => {
  it('takes the newest that can be scanned, and what runs however old', () => {
    const listed = [
      image(9, { kind: 'artifact' }),
      image(8, { archived: true }),
      image(7, { tags: [] }),
      image(6, { kind: 'index' }),
      image(5),
      image(4),
      image(3),
    ];
    expect(select(listed, { running: [running(3), running(99)] })).toEqual([
      [3, true],
      [99, true],
      [6, false],
      [5, false],
    ]);
  });

  it('leaves out what is not due yet', () => {
    const scans = new Map([kept(1, 5), kept(2, 0)]);
    expect(select([image(1), image(2)], { scans })).toEqual([[2, false]]);
    expect(select([], { running: [running(1), running(2)], scans })).toEqual([
      [2, true],
    ]);
  });
});

describe('runningIndexes', () => {
  it('are those whose digest or tag runs', () => {
    const index = { kind: 'index' as const };
    const listed = [
      image(1, index),
      image(2, index),
      image(3, index),
      image(4),
      image(5, { ...index, archived: true }),
    ];
    expect(
      runningIndexes(listed, [
        running(1),
        running(90, ['v2']),
        running(4),
        running(5),
      ]),
    ).toEqual([digestOf(1), digestOf(2)]);
  });
});
