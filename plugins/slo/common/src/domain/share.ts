/** Fewer events than these say little about a share: one of them is a tenth or more. */
const ENOUGH_EVENTS = 10;

/**
 * The share of good events, 0 to 1; undefined where there were fewer events than are worth a judgement. A negative count
 * means that there was no series of that kind, which is none of its events.
 */
export function shareOfGood({
  good,
  bad,
  minimumEvents = ENOUGH_EVENTS,
}: {
  good: number;
  bad: number;
  minimumEvents?: number;
}): number | undefined {
  const [goodEvents, badEvents] = [good, bad].map(count => Math.max(0, count));
  const total = goodEvents + badEvents;
  // Written so that NaN is not enough.
  return total > 0 && total >= minimumEvents ? goodEvents / total : undefined;
}
