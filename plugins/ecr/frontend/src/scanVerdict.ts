import {
  ECR_SEVERITIES,
  type EcrScan,
  type EcrScanStatus,
  type EcrSeverity,
  type EcrSeverityCounts,
} from '@shopstack/plugin-ecr-common';

/** States in which the scanner has spoken. */
const WITH_RESULT = new Set<EcrScanStatus>(['ACTIVE', 'COMPLETE']);

/** States in which there is no result to read: the word of each. Pending never looks like clean. */
const WITHOUT_RESULT = {
  FAILED: 'failed',
  FINDINGS_UNAVAILABLE: 'findingsUnavailable',
  IMAGE_ARCHIVED: 'archived',
  IN_PROGRESS: 'inProgress',
  LIMIT_EXCEEDED: 'limitExceeded',
  PENDING: 'pending',
  SCAN_ELIGIBILITY_EXPIRED: 'expired',
  UNSUPPORTED_IMAGE: 'unsupported',
  NOT_READ: 'notRead',
} as const satisfies Record<
  Exclude<EcrScanStatus, 'ACTIVE' | 'COMPLETE'>,
  string
>;

/** A scan state that is no severity, as a word of the translations. */
export type ScanWord =
  | 'clean'
  | 'notCounted'
  | (typeof WITHOUT_RESULT)[keyof typeof WITHOUT_RESULT];

/** What a scan tells: the worst severity that was found, or the word for its state. */
export type ScanVerdict = { found: EcrSeverity } | { word: ScanWord };

/** The worst severity that has findings. */
export function worstSeverity(
  counts: EcrSeverityCounts | undefined,
): EcrSeverity | undefined {
  return ECR_SEVERITIES.find(severity => (counts?.[severity] ?? 0) > 0);
}

/** True when the scanner has given a result, so that finding nothing means something. */
export function hasResult(scan: EcrScan): boolean {
  return WITH_RESULT.has(scan.status) && scan.counts !== undefined;
}

/**
 * Says what a scan tells: a severity only where the scanner has a result, and "clean" only where something was counted.
 * A state that this portal does not know reads as not read.
 */
export function scanVerdict(scan: EcrScan): ScanVerdict {
  if (scan.status !== 'ACTIVE' && scan.status !== 'COMPLETE') {
    return { word: WITHOUT_RESULT[scan.status] ?? 'notRead' };
  }
  if (!scan.counts) return { word: 'notCounted' };
  const found = worstSeverity(scan.counts);
  return found ? { found } : { word: 'clean' };
}
