import { PromqlExecutionError } from '../errors';
import { compareLabels } from '../labels';
import { VectorSeries, emptySeries } from '../values';
import { SeriesGroup } from './grouping';

/**
 * `topk` and `bottomk`: the members of each group that rank first at each moment, with all their labels. Of equals the
 * one first in order of labels ranks first.
 */
export function rank(
  group: SeriesGroup,
  counts: Float64Array,
  largest: boolean,
): VectorSeries[] {
  const { length } = counts;
  const members = [...group.members].sort((one, other) =>
    compareLabels(one.labels, other.labels),
  );
  const results = members.map(({ labels }) => emptySeries(labels, length));
  for (let i = 0; i < length; i++) {
    const wanted = wholeNumber(counts[i]);
    const ranked = members
      .map((member, index) => ({ index, member }))
      .filter(({ member }) => member.present[i] === 1)
      .sort((one, other) =>
        compare(one.member.values[i], other.member.values[i], largest),
      );
    for (const { index, member } of ranked.slice(0, Math.max(0, wanted))) {
      results[index].values[i] = member.values[i];
      results[index].present[i] = 1;
    }
  }
  return byRank(results, largest);
}

function wholeNumber(count: number): number {
  if (Number.isNaN(count) || Math.abs(count) >= 2 ** 63) {
    throw new PromqlExecutionError(`Scalar value ${count} overflows int64`);
  }
  return Math.trunc(count);
}

/** NaN ranks last. */
function compare(one: number, other: number, largest: boolean): number {
  if (Number.isNaN(one)) return Number.isNaN(other) ? 0 : 1;
  if (Number.isNaN(other)) return -1;
  return largest ? other - one : one - other;
}

/** An instant query answers the ranked series in order of rank. */
function byRank(series: VectorSeries[], largest: boolean): VectorSeries[] {
  const last = (one: VectorSeries) => one.values[one.values.length - 1];
  return series.sort((one, other) => compare(last(one), last(other), largest));
}
