import type { InstanceHistory, RecordedSlo } from './InstanceOverview';
import { agrees } from './labels';

/** Between two looks back, and the distance of samples. */
const EDGE_SECONDS = 6 * 3_600 + 600;

/** First moments by `sloth_id`, so that each is found at once. */
export type HistoryIndex = ReadonlyMap<string, InstanceHistory['series']>;

export function indexHistory(
  history: InstanceHistory | undefined,
): HistoryIndex {
  const index = new Map<string, InstanceHistory['series']>();
  for (const row of history?.series ?? []) {
    const rows = index.get(row.id) ?? [];
    rows.push(row);
    index.set(row.id, rows);
  }
  return index;
}

/**
 * How long there has been data of an objective, in seconds, at most its window. Undefined while that is not known: nobody
 * looked back yet, or not far enough, or there is none.
 */
export function filledSeconds(
  slo: RecordedSlo,
  now: number | undefined,
  history: InstanceHistory | undefined,
  index: HistoryIndex,
): number | undefined {
  if (!history || now === undefined) {
    return undefined;
  }
  const seen = (index.get(slo.id) ?? [])
    .filter(({ labels }) => agrees(labels, slo.variant))
    .map(({ value }) => value);
  if (seen.length === 0) {
    // What was not there then and is now came in between.
    return slo.ratios.length > 0 ? Math.max(0, now - history.at) : undefined;
  }
  const first = Math.min(...seen);
  const reachesBack =
    first - (history.at - history.rangeSeconds) < EDGE_SECONDS;
  const seconds = Math.max(0, now - first);
  if (reachesBack) {
    // It may be older than was looked.
    return history.rangeSeconds >= slo.periodSeconds
      ? slo.periodSeconds
      : undefined;
  }
  return Math.min(seconds, slo.periodSeconds);
}
