import { quantileOf, varianceOf } from '../quantile';
import { VectorSeries, emptySeries } from '../values';
import { SeriesGroup } from './grouping';

/** Folds the members of a group into one series. */
type Reduce = (group: SeriesGroup, length: number) => VectorSeries;

/** Adds one value to what was gathered before it. The first value of a moment stands as it is. */
function folding(add: (gathered: number, value: number) => number): Reduce {
  return ({ labels, members }, length) => {
    const result = emptySeries(labels, length);
    const { values, present } = result;
    for (const member of members) {
      for (let i = 0; i < length; i++) {
        if (member.present[i] === 0) continue;
        values[i] = present[i]
          ? add(values[i], member.values[i])
          : member.values[i];
        present[i] = 1;
      }
    }
    return result;
  };
}

const sum = folding((total, value) => total + value);

function count({ labels, members }: SeriesGroup, length: number): VectorSeries {
  const result = emptySeries(labels, length);
  for (const member of members) {
    for (let i = 0; i < length; i++) {
      if (member.present[i] === 0) continue;
      result.values[i]++;
      result.present[i] = 1;
    }
  }
  return result;
}

function average(group: SeriesGroup, length: number): VectorSeries {
  const total = sum(group, length);
  const { values: counts } = count(group, length);
  return {
    ...total,
    values: total.values.map((value, i) => value / counts[i]),
  };
}

/** Hands the values of each moment to a function. */
export function collecting(
  calculate: (values: Float64Array, index: number) => number,
): Reduce {
  return ({ labels, members }, length) => {
    const result = emptySeries(labels, length);
    for (let i = 0; i < length; i++) {
      const there = members.filter(member => member.present[i] === 1);
      if (there.length === 0) continue;
      const values = Float64Array.from(there, member => member.values[i]);
      result.values[i] = calculate(values, i);
      result.present[i] = 1;
    }
    return result;
  };
}

export const REDUCERS: Record<string, Reduce> = {
  sum,
  count,
  avg: average,
  min: folding((least, value) =>
    value < least || Number.isNaN(least) ? value : least,
  ),
  max: folding((most, value) =>
    value > most || Number.isNaN(most) ? value : most,
  ),
  group: (group, length) => {
    const counted = count(group, length);
    return { ...counted, values: counted.values.fill(1) };
  },
  stddev: collecting(values => Math.sqrt(varianceOf(values))),
  stdvar: collecting(values => varianceOf(values)),
};

/** The aggregation `quantile` with its quantile at each moment. */
export function quantileReducer(quantiles: Float64Array): Reduce {
  return collecting((values, index) => quantileOf(quantiles[index], values));
}
