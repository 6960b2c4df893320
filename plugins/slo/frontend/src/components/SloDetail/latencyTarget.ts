import type { SloQuery } from '@shopstack/plugin-slo-common';

/** A bucket of a histogram that counts seconds, and its bound. */
const BUCKET = /_seconds_bucket\{[^}]*\ble="([\d.]+(?:e[+-]?\d+)?)"/gi;

/**
 * Within how many seconds an event has to be answered to count as good: the bound of the bucket that the objective
 * counts. Undefined where it counts none, or buckets of several bounds.
 */
export function latencyTarget(queries: SloQuery[]): number | undefined {
  const bounds = new Set(
    queries.flatMap(({ promql }) =>
      [...promql.matchAll(BUCKET)].map(([, bound]) => Number(bound)),
    ),
  );
  const [bound] = bounds;
  return bounds.size === 1 && bound > 0 ? bound : undefined;
}
