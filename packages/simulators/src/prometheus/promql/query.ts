import { Expression } from './ast';
import { DEFAULT_LOOKBACK, EvaluationContext } from './context';
import { evaluate } from './evaluate';
import { Labels, compareLabels } from './labels';
import { evaluateMatrix } from './selectors';
import { SampleSource } from './source';
import { VectorSeries } from './values';

/** `[unix milliseconds, value]` */
export type Point = readonly [number, number];

export type InstantResult =
  | { type: 'scalar'; point: Point }
  | { type: 'string'; time: number; value: string }
  | { type: 'vector'; series: { labels: Labels; point: Point }[] }
  | { type: 'matrix'; series: { labels: Labels; points: Point[] }[] };

export interface EngineOptions {
  /** Milliseconds, 5 minutes when absent. */
  readonly lookback?: number;
  /** Milliseconds, for subqueries without a step; 1 minute when absent. */
  readonly defaultStep?: number;
}

/** A context that evaluates at the given moments (Unix milliseconds, ascending). */
export function contextOf(
  source: SampleSource,
  moments: Float64Array,
  options: EngineOptions = {},
): EvaluationContext {
  return {
    source,
    moments,
    start: moments[0],
    end: moments[moments.length - 1],
    lookback: options.lookback ?? DEFAULT_LOOKBACK,
    defaultStep: options.defaultStep ?? 60_000,
    evaluate,
  };
}

/** Evaluates at one moment (Unix milliseconds). Throws PromqlExecutionError. */
export function instantQuery(
  expression: Expression,
  source: SampleSource,
  time: number,
  options?: EngineOptions,
): InstantResult {
  const context = contextOf(source, Float64Array.of(time), options);
  if (expression.kind === 'matrix' || expression.kind === 'subquery') {
    return rawSamples(expression, context);
  }
  const value = evaluate(expression, context);
  switch (value.kind) {
    case 'scalar':
      return { type: 'scalar', point: [time, value.values[0]] };
    case 'string':
      return { type: 'string', time, value: value.value };
    default:
      return {
        type: 'vector',
        series: value.series.map(series => ({
          labels: series.labels,
          point: [time, series.values[0]],
        })),
      };
  }
}

function rawSamples(
  expression: Parameters<typeof evaluateMatrix>[0],
  context: EvaluationContext,
): InstantResult {
  const matrix = evaluateMatrix(expression, context);
  const [moment] = matrix.moments;
  const series = [];
  for (const { labels, read } of matrix.handles) {
    const { times, values } = read(moment - matrix.range, moment);
    if (times.length === 0) continue;
    const points = Array.from(
      times,
      (time, index): Point => [time, values[index]],
    );
    series.push({ labels, points });
  }
  series.sort((one, other) => compareLabels(one.labels, other.labels));
  return { type: 'matrix', series };
}

/** Evaluates at `start`, `start + step`, … up to `end` (Unix milliseconds). The expression must be a scalar or a vector. */
export function rangeQuery(
  expression: Expression,
  source: SampleSource,
  range: { start: number; end: number; step: number },
  options?: EngineOptions,
): { labels: Labels; points: Point[] }[] {
  const count = Math.floor((range.end - range.start) / range.step) + 1;
  const moments = Float64Array.from(
    { length: count },
    (_, index) => range.start + index * range.step,
  );
  const value = evaluate(expression, contextOf(source, moments, options));
  if (value.kind === 'string') return [];
  if (value.kind === 'scalar') {
    const points = Array.from(
      value.values,
      (number, i): Point => [moments[i], number],
    );
    return [{ labels: new Map(), points }];
  }
  return value.series
    .map(series => ({
      labels: series.labels,
      points: pointsOf(series, moments),
    }))
    .sort((one, other) => compareLabels(one.labels, other.labels));
}

function pointsOf(series: VectorSeries, moments: Float64Array): Point[] {
  const points: Point[] = [];
  for (let i = 0; i < moments.length; i++) {
    if (series.present[i] === 1) points.push([moments[i], series.values[i]]);
  }
  return points;
}
