import { Expression, MatrixSelector, Subquery } from '../ast';
import { EvaluationContext } from '../context';
import { dropMetricName } from '../labels';
import { mergeSeries } from '../mergeSeries';
import { evaluateMatrix } from '../selectors';
import { VectorSeries, VectorValue, emptySeries } from '../values';
import { SeriesWindow, visitWindows } from '../window';

/** A value of one window, or undefined for none. The window is never empty. */
export type RangeFunction = (
  window: SeriesWindow,
  index: number,
) => number | undefined;

/** Applies a function of a window to every series of a range. Only `last_over_time` keeps the metric's name. */
export function applyRangeFunction(
  parameter: Expression,
  context: EvaluationContext,
  calculate: RangeFunction,
  keepName = false,
): VectorValue {
  const matrix = evaluateMatrix(
    parameter as MatrixSelector | Subquery,
    context,
  );
  const series: VectorSeries[] = [];
  for (const handle of matrix.handles) {
    const labels = keepName ? handle.labels : dropMetricName(handle.labels);
    const result = emptySeries(labels, matrix.moments.length);
    visitWindows(handle, matrix.moments, matrix.range, (index, window) => {
      if (window.length === 0) return;
      const value = calculate(window, index);
      if (value === undefined) return;
      result.values[index] = value;
      result.present[index] = 1;
    });
    series.push(result);
  }
  return mergeSeries(series);
}
