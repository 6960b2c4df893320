import {
  ECR_SCAN_STATUSES,
  type EcrScanStatus,
} from '@shopstack/plugin-ecr-common';
import { hasResult, scanVerdict } from './scanVerdict';

const WITHOUT_RESULT = ECR_SCAN_STATUSES.filter(
  status => status !== 'ACTIVE' && status !== 'COMPLETE',
);

describe('scanVerdict', () => {
  it.each(['ACTIVE', 'COMPLETE'] as const)(
    'names the worst severity that %s has findings of',
    status => {
      const counts = { LOW: 12, CRITICAL: 0, MEDIUM: 1, HIGH: 3 };
      expect(scanVerdict({ status, counts })).toEqual({ found: 'HIGH' });
    },
  );

  it('calls clean only what was counted', () => {
    expect(scanVerdict({ status: 'COMPLETE', counts: {} })).toEqual({
      word: 'clean',
    });
    expect(scanVerdict({ status: 'COMPLETE', counts: { HIGH: 0 } })).toEqual({
      word: 'clean',
    });
    expect(scanVerdict({ status: 'COMPLETE' })).toEqual({ word: 'notCounted' });
  });

  it.each(WITHOUT_RESULT)(
    'never calls %s clean, whatever counts stand beside it',
    status => {
      const verdict = scanVerdict({ status, counts: {} });
      expect(verdict).toHaveProperty('word');
      expect(verdict).not.toEqual({ word: 'clean' });
      expect(hasResult({ status, counts: {} })).toBe(false);
    },
  );

  it('has a word of its own for each of the states without a result', () => {
    const words = WITHOUT_RESULT.map(status =>
      JSON.stringify(scanVerdict({ status })),
    );
    expect(new Set(words).size).toBe(WITHOUT_RESULT.length);
  });

  it('reads a state that it does not know as not read', () => {
    const status = 'SOMETHING_NEW' as EcrScanStatus;
    expect(scanVerdict({ status, counts: {} })).toEqual({ word: 'notRead' });
  });
});
