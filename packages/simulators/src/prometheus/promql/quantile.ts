/**
 * The q-quantile of values by linear interpolation between the two nearest ranks, as Prometheus defines it: NaN for
 * no values or a NaN q, infinite outside 0..1. Sorts the array.
 */
export function quantileOf(q: number, values: Float64Array): number {
  if (values.length === 0 || Number.isNaN(q)) return NaN;
  if (q < 0) return -Infinity;
  if (q > 1) return Infinity;
  sortNumbers(values);
  const rank = q * (values.length - 1);
  const lower = Math.max(0, Math.floor(rank));
  const upper = Math.min(values.length - 1, lower + 1);
  const weight = rank - Math.floor(rank);
  return values[lower] * (1 - weight) + values[upper] * weight;
}

/** Ascending, NaN first, as Prometheus orders values. */
function sortNumbers(values: Float64Array): void {
  values.sort((one, other) => {
    if (Number.isNaN(one)) return Number.isNaN(other) ? 0 : -1;
    return Number.isNaN(other) ? 1 : one - other;
  });
}

/** Population variance in one pass (Welford). NaN for no values. */
export function varianceOf(values: Iterable<number>): number {
  let count = 0;
  let mean = 0;
  let squares = 0;
  for (const value of values) {
    count++;
    const distance = value - mean;
    mean += distance / count;
    squares += distance * (value - mean);
  }
  return count === 0 ? NaN : squares / count;
}
