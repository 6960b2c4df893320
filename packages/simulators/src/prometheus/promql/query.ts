import { Expression } from './ast';
import { DEFAULT_LOOKBACK, EvaluationContext } from './context';
import { evaluate } from './evaluate';
import { Labels, compareLabels, labelsKey } from './labels';
import { evaluateMatrix } from './selectors';
import { SampleSource } from './source';
import { Value, VectorSeries } from './values';

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
    known: new WeakMap(),
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

/** Moments that are evaluated together: enough to share work, few enough to hold little. */
const BLOCK = 1440;

/** Evaluates at `start`, `start + step`, … up to `end` (Unix milliseconds). The expression must be a scalar or a vector. */
export function rangeQuery(
  expression: Expression,
  source: SampleSource,
  range: { start: number; end: number; step: number },
  options?: EngineOptions,
): { labels: Labels; points: Point[] }[] {
  const { start, step } = range;
  const count = Math.floor((range.end - start) / step) + 1;
  const last = start + (count - 1) * step;
  const found = new Map<string, { labels: Labels; points: Point[] }>();
  for (let first = 0; first < count; first += BLOCK) {
    const moments = Float64Array.from(
      { length: Math.min(BLOCK, count - first) },
      (_, index) => start + (first + index) * step,
    );
    const context = contextOf(source, moments, options);
    const value = evaluate(expression, { ...context, start, end: last });
    for (const series of seriesOf(value)) {
      const key = labelsKey(series.labels);
      const known = found.get(key) ?? { labels: series.labels, points: [] };
      addPoints(known.points, series, moments);
      found.set(key, known);
    }
  }
  return [...found.values()].sort((one, other) =>
    compareLabels(one.labels, other.labels),
  );
}

function seriesOf(value: Value): VectorSeries[] {
  if (value.kind === 'vector') return value.series;
  if (value.kind === 'string') return [];
  const present = new Uint8Array(value.values.length).fill(1);
  return [{ labels: new Map(), values: value.values, present }];
}

function addPoints(
  points: Point[],
  series: VectorSeries,
  moments: Float64Array,
): void {
  for (let i = 0; i < moments.length; i++) {
    if (series.present[i] === 1) points.push([moments[i], series.values[i]]);
  }
}
