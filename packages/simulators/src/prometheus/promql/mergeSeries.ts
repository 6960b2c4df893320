import { PromqlExecutionError } from './errors';
import { labelsKey } from './labels';
import { VectorSeries, VectorValue, isEmpty } from './values';

/**
 * Puts series that have come to carry the same labels together.
 * Throws PromqlExecutionError when two of them have a value at the same moment.
 */
export function mergeSeries(
  series: Iterable<VectorSeries>,
  complaint = 'vector cannot contain metrics with the same labelset',
): VectorValue {
  const byKey = new Map<string, VectorSeries>();
  for (const next of series) {
    if (isEmpty(next)) continue;
    const key = labelsKey(next.labels);
    const known = byKey.get(key);
    byKey.set(key, known ? combine(known, next, complaint) : next);
  }
  return { kind: 'vector', series: [...byKey.values()] };
}

function combine(
  one: VectorSeries,
  other: VectorSeries,
  complaint: string,
): VectorSeries {
  const values = one.values.slice();
  const present = one.present.slice();
  for (let i = 0; i < present.length; i++) {
    if (other.present[i] === 0) continue;
    if (present[i] === 1) throw new PromqlExecutionError(complaint);
    present[i] = 1;
    values[i] = other.values[i];
  }
  return { labels: one.labels, values, present };
}
