import type { EcrScan } from '@shopstack/plugin-ecr-common';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A push is recent for so long: what the registry says of its scan may not be the last word. */
const RECENT_MS = 15 * MINUTE;

export interface ScanScheduleInput {
  scan: EcrScan;
  /** What was read before it, of the same image. */
  previous?: EcrScan;
  /** ISO time of the push. */
  pushedAt?: string;
  now: Date;
}

/**
 * When a scan is to be read again.
 *
 * - One that is not over: in half a minute while the push is recent, else in ten minutes.
 * - `COMPLETE` of basic scanning is final for a day. Without any finding right after the scan it may come too early
 *   (the registry sets the state before it stores the findings), so that is read once more after a minute.
 * - `ACTIVE`, where Amazon Inspector keeps looking: after four hours.
 * - What failed may be repeated by somebody: after an hour. What cannot be scanned: after a day.
 */
export function nextReading(input: ScanScheduleInput): Date {
  return new Date(input.now.getTime() + delayOf(input));
}

function delayOf({ scan, previous, pushedAt, now }: ScanScheduleInput): number {
  const isRecent = (moment: string | undefined) =>
    moment !== undefined && now.getTime() - Date.parse(moment) < RECENT_MS;
  switch (scan.status) {
    case 'PENDING':
    case 'IN_PROGRESS':
      return isRecent(pushedAt) ? 30 * SECOND : 10 * MINUTE;
    case 'COMPLETE':
      return isEmpty(scan) && isRecent(scan.completedAt) && !isEmpty(previous)
        ? MINUTE
        : 24 * HOUR;
    case 'ACTIVE':
      return 4 * HOUR;
    case 'FINDINGS_UNAVAILABLE':
      return isRecent(pushedAt) ? MINUTE : 6 * HOUR;
    case 'FAILED':
    case 'LIMIT_EXCEEDED':
      return HOUR;
    default:
      return 24 * HOUR;
  }
}

function isEmpty(scan: EcrScan | undefined): boolean {
  return (
    scan?.status === 'COMPLETE' &&
    scan.counts !== undefined &&
    Object.values(scan.counts).every(count => count === 0)
  );
}
