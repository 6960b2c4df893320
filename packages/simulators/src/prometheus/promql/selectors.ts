import { MatrixSelector, Subquery, VectorSelector } from './ast';
import { EvaluationContext, shiftMoments } from './context';
import { NO_TIMES, SeriesHandle, sliceSamples } from './source';
import { VectorSeries, VectorValue, emptySeries, vectorOf } from './values';
import { visitWindows } from './window';

/** Series of a range, with the moments their windows end at. */
export interface MatrixValue {
  readonly handles: Iterable<SeriesHandle>;
  readonly moments: Float64Array;
  readonly range: number;
}

/** Visits each moment with the newest sample that counts there: not older than the look-back, not ended by a stale marker. */
export function visitLatest(
  handle: SeriesHandle,
  moments: Float64Array,
  lookback: number,
  visit: (index: number, value: number, time: number) => void,
): void {
  visitWindows(handle, moments, lookback, (index, window) => {
    if (window.length === 0) return;
    const newest = window.to - 1;
    const time = window.samples.times[newest];
    const { stale } = window.samples;
    for (let i = stale.length - 1; i >= 0; i--) {
      if (stale[i] <= time) break;
      if (stale[i] <= window.end) return;
    }
    visit(index, window.samples.values[newest], time);
  });
}

export function evaluateSelector(
  selector: VectorSelector,
  context: EvaluationContext,
  pick: (value: number, time: number) => number = value => value,
): VectorValue {
  const moments = shiftMoments(context, selector);
  const { lookback, source } = context;
  const series: VectorSeries[] = [];
  const hints = { moments, range: lookback, latestOnly: true };
  for (const handle of source.select(selector.matchers, hints)) {
    const result = emptySeries(handle.labels, moments.length);
    visitLatest(handle, moments, lookback, (index, value, time) => {
      result.values[index] = pick(value, time);
      result.present[index] = 1;
    });
    series.push(result);
  }
  return vectorOf(series);
}

export function evaluateMatrix(
  expression: MatrixSelector | Subquery,
  context: EvaluationContext,
): MatrixValue {
  if (expression.kind === 'subquery') {
    return evaluateSubquery(expression, context);
  }
  const { selector, range } = expression;
  const moments = shiftMoments(context, selector);
  const hints = { moments, range, latestOnly: false };
  return {
    handles: context.source.select(selector.matchers, hints),
    moments,
    range,
  };
}

function evaluateSubquery(
  subquery: Subquery,
  context: EvaluationContext,
): MatrixValue {
  const ends = shiftMoments(context, subquery);
  const step = subquery.step ?? context.defaultStep;
  const first = Math.ceil((ends[0] - subquery.range) / step);
  const last = Math.floor(ends[ends.length - 1] / step);
  const count = Math.max(0, last - first + 1);
  if (count === 0) return { handles: [], moments: ends, range: subquery.range };
  const moments = Float64Array.from(
    { length: count },
    (_, index) => (first + index) * step,
  );
  const inner = context.evaluate(subquery.expression, { ...context, moments });
  const series = inner.kind === 'vector' ? inner.series : [];
  return {
    handles: series.map(one => handleOf(one, moments)),
    moments: ends,
    range: subquery.range,
  };
}

function handleOf(series: VectorSeries, moments: Float64Array): SeriesHandle {
  const kept = (_: number, index: number) => series.present[index] === 1;
  const samples = {
    times: moments.filter(kept),
    values: series.values.filter(kept),
    stale: NO_TIMES,
  };
  return {
    labels: series.labels,
    read: (from, to) => sliceSamples(samples, from, to),
  };
}
