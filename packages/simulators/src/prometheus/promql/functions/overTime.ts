import { quantileOf, varianceOf } from '../quantile';
import { SeriesWindow } from '../window';
import { RangeFunction } from './range';

function valuesOf(window: SeriesWindow): Float64Array {
  return window.samples.values.subarray(window.from, window.to);
}

/** The most extreme value; NaN only where all values are. */
function extreme(
  window: SeriesWindow,
  beats: (value: number, best: number) => boolean,
): number {
  const { values } = window.samples;
  let best = values[window.from];
  for (let i = window.from + 1; i < window.to; i++) {
    if (beats(values[i], best) || Number.isNaN(best)) best = values[i];
  }
  return best;
}

export const OVER_TIME_FUNCTIONS: Record<string, RangeFunction> = {
  sum_over_time: window => window.sum(),
  avg_over_time: window => window.sum() / window.length,
  min_over_time: window => extreme(window, (value, best) => value < best),
  max_over_time: window => extreme(window, (value, best) => value > best),
  count_over_time: window => window.length,
  last_over_time: window => window.samples.values[window.to - 1],
  present_over_time: () => 1,
  stddev_over_time: window => Math.sqrt(varianceOf(valuesOf(window))),
  stdvar_over_time: window => varianceOf(valuesOf(window)),
};

/** `quantile_over_time` with its quantile at each moment. */
export function quantileOverTime(quantiles: Float64Array): RangeFunction {
  return (window, index) =>
    quantileOf(quantiles[index], valuesOf(window).slice());
}
