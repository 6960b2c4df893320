import { Aggregate } from '../ast';
import {
  Labels,
  METRIC_NAME,
  dropLabels,
  keepLabels,
  labelsKey,
} from '../labels';
import { VectorSeries } from '../values';

export interface SeriesGroup {
  readonly labels: Labels;
  readonly members: VectorSeries[];
}

/** Sorts series into the groups of `by` or `without`. */
export function groupSeries(
  aggregate: Aggregate,
  series: readonly VectorSeries[],
): SeriesGroup[] {
  const { without, labels } = aggregate;
  const names = new Set(without ? [...labels, METRIC_NAME] : labels);
  const groups = new Map<string, SeriesGroup>();
  for (const one of series) {
    const kept = without
      ? dropLabels(one.labels, names)
      : keepLabels(one.labels, names);
    const key = labelsKey(kept);
    const group = groups.get(key);
    if (group) group.members.push(one);
    else groups.set(key, { labels: kept, members: [one] });
  }
  return [...groups.values()];
}
