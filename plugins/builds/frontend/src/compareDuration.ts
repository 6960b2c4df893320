import type { BuildStatus } from '@shopstack/plugin-builds-common';
import { isUnderWay } from './buildStatus';

/** Below this many percent either way, two runs of the same build do not differ. */
const NOTEWORTHY_PERCENT = 10;

/** How a build's time compares with what is usual for its project. */
export interface DurationComparison {
  kind: 'slower' | 'faster' | 'asUsual';
  /** How much slower or faster, a whole number. */
  percent: number;
  usualSeconds: number;
  /** Length of the bar: the usual time is half of it, twice the usual and more all of it. */
  barPercent: number;
}

/**
 * Compares where that says something: a build that failed or was stopped ended early, and one that runs is slower or
 * nothing yet.
 */
export function compareDuration(
  status: BuildStatus,
  seconds: number,
  medianSeconds: number | undefined,
): DurationComparison | undefined {
  if (!medianSeconds || (status !== 'succeeded' && !isUnderWay(status))) {
    return undefined;
  }
  const difference = Math.round((seconds / medianSeconds - 1) * 100);
  const percent = Math.abs(difference);
  if (isUnderWay(status) && difference < NOTEWORTHY_PERCENT) return undefined;
  const kind = difference > 0 ? 'slower' : 'faster';
  return {
    kind: percent < NOTEWORTHY_PERCENT ? 'asUsual' : kind,
    percent,
    usualSeconds: medianSeconds,
    barPercent: Math.min(100, Math.round((seconds / medianSeconds) * 50)),
  };
}
