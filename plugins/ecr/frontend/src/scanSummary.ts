import {
  ECR_SEVERITIES,
  type EcrScan,
  type EcrScanStatus,
} from '@shopstack/plugin-ecr-common';
import type { StatusTone } from '@shopstack/plugin-kit-react';

/** What a scan tells: a word of the translations where there is no finding to name, else the findings. */
type ScanSummary = { tone: StatusTone } & (
  | {
      key:
        | 'clean'
        | 'notCounted'
        | 'failed'
        | 'findingsUnavailable'
        | 'archived'
        | 'inProgress'
        | 'limitExceeded'
        | 'pending'
        | 'expired'
        | 'unsupported'
        | 'notRead';
    }
  | {
      /** "2 critical, 5 high": the two heaviest severities that have findings. */
      worst: string;
      /** All counts, for the hover. */
      all: string;
    }
);

/** States in which there is no result to read. Pending never looks like clean. */
const WITHOUT_RESULT: Record<
  Exclude<EcrScanStatus, 'ACTIVE' | 'COMPLETE'>,
  ScanSummary
> = {
  FAILED: { key: 'failed', tone: 'warning' },
  FINDINGS_UNAVAILABLE: { key: 'findingsUnavailable', tone: 'unknown' },
  IMAGE_ARCHIVED: { key: 'archived', tone: 'unknown' },
  IN_PROGRESS: { key: 'inProgress', tone: 'progress' },
  LIMIT_EXCEEDED: { key: 'limitExceeded', tone: 'unknown' },
  PENDING: { key: 'pending', tone: 'progress' },
  SCAN_ELIGIBILITY_EXPIRED: { key: 'expired', tone: 'unknown' },
  UNSUPPORTED_IMAGE: { key: 'unsupported', tone: 'unknown' },
  NOT_READ: { key: 'notRead', tone: 'unknown' },
};

/** Says what a scan tells: a result only where there is one, and "nothing found" only where something was counted. */
export function scanSummary(scan: EcrScan): ScanSummary {
  if (scan.status !== 'ACTIVE' && scan.status !== 'COMPLETE') {
    return WITHOUT_RESULT[scan.status] ?? WITHOUT_RESULT.NOT_READ;
  }
  const { counts } = scan;
  if (!counts) return { key: 'notCounted', tone: 'unknown' };
  const found = ECR_SEVERITIES.flatMap(severity => {
    const count = counts[severity] ?? 0;
    return count > 0
      ? [{ severity, text: `${count} ${severity.toLocaleLowerCase('en-US')}` }]
      : [];
  });
  if (found.length === 0) return { key: 'clean', tone: 'ok' };
  const { severity } = found[0];
  let tone: StatusTone = 'none';
  if (severity === 'CRITICAL') tone = 'danger';
  else if (severity === 'HIGH') tone = 'warning';
  const texts = found.map(each => each.text);
  return {
    tone,
    worst: texts.slice(0, 2).join(', '),
    all: texts.join(', '),
  };
}
