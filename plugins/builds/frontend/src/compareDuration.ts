import type { BuildStatus } from '@shopstack/plugin-builds-common';
import { isUnderWay } from './buildStatus';

/** Below this many percent either way, two runs of the same build do not differ. */
const NOTEWORTHY_PERCENT = 10;

/** From so many percent more than usual on, "three times" says more than "200 % slower". */
const MANIFOLD_PERCENT = 200;

/** How a build's time compares with what is usual for its project. */
export interface DurationComparison {
  kind: 'slower' | 'faster' | 'asUsual' | 'times';
  /** How much slower or faster, a whole number. */
  percent: number;
  /** How many times the usual time it was, a whole number. */
  times: number;
  usualSeconds: number;
  /** Length of the bar: the usual time is half of it, twice the usual and more all of it. */
  barPercent: number;
}

function kindOf(difference: number): DurationComparison['kind'] {
  if (Math.abs(difference) < NOTEWORTHY_PERCENT) return 'asUsual';
  if (difference >= MANIFOLD_PERCENT) return 'times';
  return difference > 0 ? 'slower' : 'faster';
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
  return {
    kind: kindOf(difference),
    percent,
    times: Math.round(seconds / medianSeconds),
    usualSeconds: medianSeconds,
    barPercent: Math.min(100, Math.round((seconds / medianSeconds) * 50)),
  };
}
