/** The time for which a deployment was the newest, as far as it lies in the window. Unix seconds. */
export interface SpentSpan {
  /** Which deployment. */
  index: number;
  from: number;
  /** Absent while it still is. */
  until?: number;
}

/** A rate over less than this is made of too few samples to mean anything. */
export const SHORTEST_SPAN = 120;

/**
 * The spans of the newest deployments.
 *
 * @param times - of deployments, newest first, Unix seconds
 * @param windowStart - what lies before it is no longer in the budget
 */
export function spentSpans(
  times: readonly number[],
  { now, windowStart }: { now: number; windowStart: number },
): SpentSpan[] {
  return times.flatMap((time, index) => {
    const from = Math.floor(Math.max(time, windowStart));
    const until = index === 0 ? undefined : Math.floor(times[index - 1]);
    const isLongEnough = (until ?? now) - from >= SHORTEST_SPAN;
    return isLongEnough
      ? [{ index, from, ...(until !== undefined && { until }) }]
      : [];
  });
}
