import { Expression, MatrixSelector, Subquery } from '../ast';
import { EvaluationContext } from '../context';
import { dropMetricName } from '../labels';
import { mergeSeries } from '../mergeSeries';
import { evaluateMatrix } from '../selectors';
import { SeriesHandle, WindowEdges } from '../source';
import { VectorSeries, VectorValue, emptySeries } from '../values';
import { SeriesWindow, areSparse, visitWindows } from '../window';
import { EdgeFunction } from './rate';

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

/** Asking a source for its edges costs about as much as making so many samples. */
const SAMPLES_PER_EDGES = 8;
/** A guess at how densely samples stand, to weigh the two ways; milliseconds. */
const USUAL_DISTANCE = 30_000;

/** Applies `rate`, `increase` or `delta`; from the edges alone where the source knows them and that is cheaper. */
export function applyEdgeFunction(
  parameter: Expression,
  context: EvaluationContext,
  calculate: EdgeFunction,
): VectorValue {
  const { handles, moments, range } = evaluateMatrix(
    parameter as MatrixSelector | Subquery,
    context,
  );
  const fewEdges =
    samplesToRead(moments, range) > SAMPLES_PER_EDGES * moments.length;
  const series: VectorSeries[] = [];
  for (const handle of handles) {
    const result = emptySeries(dropMetricName(handle.labels), moments.length);
    visitEdges(handle, moments, range, fewEdges, (index, edges) => {
      const end = moments[index];
      result.values[index] = calculate(edges, end - range, end);
      result.present[index] = 1;
    });
    series.push(result);
  }
  return mergeSeries(series);
}

function samplesToRead(moments: Float64Array, range: number): number {
  const span = moments[moments.length - 1] - moments[0] + range;
  const milliseconds = areSparse(moments, range)
    ? range * moments.length
    : span;
  return milliseconds / USUAL_DISTANCE;
}

function visitEdges(
  handle: SeriesHandle,
  moments: Float64Array,
  range: number,
  fewEdges: boolean,
  visit: (index: number, edges: WindowEdges) => void,
): void {
  if (fewEdges && handle.edges) {
    for (let index = 0; index < moments.length; index++) {
      const edges = handle.edges(moments[index] - range, moments[index]);
      if (edges) visit(index, edges);
    }
    return;
  }
  visitWindows(handle, moments, range, (index, window) => {
    const edges = window.edges();
    if (edges) visit(index, edges);
  });
}
