import type { EcrScan } from '@shopstack/plugin-ecr-common';
import { nextReading, type ScanScheduleInput } from './scanSchedule';

const now = new Date('2026-11-20T10:00:00Z');
const ago = (minutes: number) =>
  new Date(now.getTime() - minutes * 60_000).toISOString();
const minutesUntil = (scan: EcrScan, rest: Partial<ScanScheduleInput> = {}) =>
  (nextReading({ scan, now, ...rest }).getTime() - now.getTime()) / 60_000;
const clean = (minutes: number): EcrScan => ({
  status: 'COMPLETE',
  counts: {},
  completedAt: ago(minutes),
});

describe('nextReading', () => {
  it.each(['PENDING', 'IN_PROGRESS'] as const)(
    'looks soon again at a scan that is %s, and seldom when it hangs',
    status => {
      expect(minutesUntil({ status }, { pushedAt: ago(1) })).toBe(0.5);
      expect(minutesUntil({ status }, { pushedAt: ago(60) })).toBe(10);
      expect(minutesUntil({ status })).toBe(10);
    },
  );

  it('takes a basic scan that is complete for a day', () => {
    const scan: EcrScan = {
      status: 'COMPLETE',
      counts: { LOW: 1 },
      completedAt: ago(0),
    };
    expect(minutesUntil(scan)).toBe(24 * 60);
    expect(minutesUntil(clean(60))).toBe(24 * 60);
  });

  it('reads once more, after a minute, what is clean just after the scan', () => {
    expect(minutesUntil(clean(1))).toBe(1);
    expect(minutesUntil(clean(1), { previous: { status: 'PENDING' } })).toBe(1);
    expect(minutesUntil(clean(2), { previous: clean(1) })).toBe(24 * 60);
    expect(
      minutesUntil(
        { ...clean(1), counts: { HIGH: 0 } },
        { previous: undefined },
      ),
    ).toBe(1);
  });

  it('looks at a scan that goes on every few hours', () => {
    expect(minutesUntil({ status: 'ACTIVE' })).toBe(4 * 60);
  });

  it('waits for a scan that is not there yet', () => {
    const scan: EcrScan = { status: 'FINDINGS_UNAVAILABLE' };
    expect(minutesUntil(scan, { pushedAt: ago(2) })).toBe(1);
    expect(minutesUntil(scan, { pushedAt: ago(200) })).toBe(6 * 60);
  });

  it.each([
    ['FAILED', 60],
    ['LIMIT_EXCEEDED', 60],
    ['UNSUPPORTED_IMAGE', 24 * 60],
    ['IMAGE_ARCHIVED', 24 * 60],
    ['SCAN_ELIGIBILITY_EXPIRED', 24 * 60],
  ] as const)('leaves %s alone for %s minutes', (status, minutes) => {
    expect(minutesUntil({ status })).toBe(minutes);
  });
});
