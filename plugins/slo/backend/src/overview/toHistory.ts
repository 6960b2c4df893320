import type { Sample } from '../upstream/PrometheusReader';
import type { InstanceHistory } from './InstanceOverview';

/**
 * The first moments at which there was data, by `sloth_id` with all labels that objectives may be told apart by.
 *
 * @param samples - whose values are Unix seconds
 */
export function toHistory(
  samples: readonly Sample[],
  rangeSeconds: number,
): InstanceHistory[] {
  const at = samples[0]?.at;
  if (at === undefined) {
    return [];
  }
  const series = samples.flatMap(({ labels, value }) => {
    const { sloth_id: id, sloth_window: _window, ...others } = labels;
    return id && Number.isFinite(value) ? [{ id, labels: others, value }] : [];
  });
  return [{ rangeSeconds, at, series: earliest(series) }];
}

type FirstSeen = InstanceHistory['series'][number];

/** One row for each id and set of labels. */
function earliest(rows: FirstSeen[]): FirstSeen[] {
  const found = new Map<string, FirstSeen>();
  for (const row of rows) {
    const key = JSON.stringify([row.id, Object.entries(row.labels).sort()]);
    const known = found.get(key);
    if (!known || row.value < known.value) {
      found.set(key, row);
    }
  }
  return [...found.values()];
}
