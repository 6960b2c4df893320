import type { EcrScanStatus } from '@shopstack/plugin-ecr-common';
import { scanSummary } from './scanSummary';

describe('scanSummary', () => {
  it('names the two heaviest severities that have findings', () => {
    expect(
      scanSummary({
        status: 'COMPLETE',
        counts: { LOW: 12, CRITICAL: 1, MEDIUM: 0, HIGH: 3 },
      }),
    ).toEqual({
      tone: 'danger',
      worst: '1 critical, 3 high',
      all: '1 critical, 3 high, 12 low',
    });
  });

  it('says that nothing was found only when something was counted', () => {
    expect(scanSummary({ status: 'COMPLETE', counts: {} })).toEqual({
      key: 'clean',
      tone: 'ok',
    });
    expect(scanSummary({ status: 'COMPLETE' })).toEqual({
      key: 'notCounted',
      tone: 'unknown',
    });
  });

  it.each<EcrScanStatus>([
    'FAILED',
    'FINDINGS_UNAVAILABLE',
    'IMAGE_ARCHIVED',
    'IN_PROGRESS',
    'LIMIT_EXCEEDED',
    'PENDING',
    'SCAN_ELIGIBILITY_EXPIRED',
    'UNSUPPORTED_IMAGE',
    'NOT_READ',
  ])('never calls %s clean, whatever counts stand beside it', status => {
    expect(scanSummary({ status, counts: {} }).tone).not.toBe('ok');
  });
});
