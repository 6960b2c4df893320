import { SetOperator, VectorMatching } from '../ast';
import { mergeSeries } from '../mergeSeries';
import { VectorSeries, VectorValue } from '../values';
import { groupBySignature, presenceOf } from './signature';

/** `and`, `unless` and `or`, decided moment by moment. */
export function applySetOperator(
  operator: SetOperator,
  matching: VectorMatching,
  left: VectorValue,
  right: VectorValue,
  length: number,
): VectorValue {
  if (operator === 'or') {
    const added = filterBy(right.series, left.series, matching, length, 0);
    return mergeSeries([...left.series, ...added]);
  }
  const wanted = operator === 'and' ? 1 : 0;
  return mergeSeries(
    filterBy(left.series, right.series, matching, length, wanted),
  );
}

/** Keeps values where the other side's presence for the same signature is as wanted. */
function filterBy(
  series: readonly VectorSeries[],
  others: readonly VectorSeries[],
  matching: VectorMatching,
  length: number,
  wanted: 0 | 1,
): VectorSeries[] {
  const nothing = new Uint8Array(length);
  const presence = new Map<string, Uint8Array>();
  for (const [key, group] of groupBySignature(others, matching)) {
    presence.set(key, presenceOf(group, length));
  }
  const kept: VectorSeries[] = [];
  for (const [key, group] of groupBySignature(series, matching)) {
    const other = presence.get(key) ?? nothing;
    for (const one of group) {
      kept.push({
        ...one,
        present: one.present.map((present, i) =>
          other[i] === wanted ? present : 0,
        ),
      });
    }
  }
  return kept;
}
