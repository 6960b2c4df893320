import type { EcrScanStatus } from '@shopstack/plugin-ecr-common';
import type { ScanReading } from '../images/ScanReading';
import { combineReadings, isWithoutResult } from './combineReadings';

const reading = (
  names: string[],
  rest: Partial<ScanReading> & { status?: EcrScanStatus } = {},
): ScanReading => ({
  scan: {
    status: rest.status ?? 'COMPLETE',
    type: 'basic',
    counts: { HIGH: names.length },
    readAt: '2026-11-20T10:00:00.000Z',
  },
  findings: names.map(name => ({
    name,
    severity: 'HIGH' as const,
    packageName: 'zlib',
  })),
  total: names.length,
  truncated: false,
  ...rest,
});
const own: ScanReading = {
  scan: { status: 'UNSUPPORTED_IMAGE', reason: 'An index' },
  findings: [],
  total: 0,
  truncated: false,
};

describe('combineReadings', () => {
  it('counts what several images have once', () => {
    expect(
      combineReadings(own, [reading(['a', 'b']), reading(['b', 'c'])], 10),
    ).toMatchObject({
      scan: { status: 'COMPLETE', type: 'basic', counts: { HIGH: 3 } },
      total: 3,
      truncated: false,
      findings: [{ name: 'a' }, { name: 'b' }, { name: 'c' }],
    });
  });

  it('is not done before each of them is', () => {
    const pending = {
      ...reading([], { status: 'PENDING' }),
      scan: { status: 'PENDING' as const },
    };
    const { scan, total } = combineReadings(own, [reading(['a']), pending], 10);
    expect(scan).toMatchObject({ status: 'PENDING', counts: { HIGH: 1 } });
    expect(total).toBe(1);
    const none = combineReadings(own, [pending, pending], 10);
    expect(none.scan.counts).toBeUndefined();
  });

  it('says at least as much as one of them where not all was read', () => {
    const many = reading(['a'], { truncated: true, total: 900 });
    many.scan.counts = { CRITICAL: 100, LOW: 800 };
    expect(combineReadings(own, [reading(['b', 'c']), many], 2)).toMatchObject({
      scan: { counts: { CRITICAL: 100, HIGH: 2, LOW: 800 } },
      total: 900,
      truncated: true,
      findings: [{}, {}],
    });
  });

  it('is what the registry says where there are no images', () => {
    expect(combineReadings(own, [], 10)).toBe(own);
  });
});

describe('isWithoutResult', () => {
  it('is true for what is not scanned by itself', () => {
    expect(isWithoutResult(own.scan)).toBe(true);
    expect(isWithoutResult({ status: 'FINDINGS_UNAVAILABLE' })).toBe(true);
    expect(isWithoutResult({ status: 'FAILED' })).toBe(false);
    expect(
      isWithoutResult({ status: 'UNSUPPORTED_IMAGE', counts: { LOW: 1 } }),
    ).toBe(false);
  });
});
