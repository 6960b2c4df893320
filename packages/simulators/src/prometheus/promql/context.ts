import { Expression, TimeShift } from './ast';
import { SampleSource } from './source';
import { Value } from './values';

/** Five minutes, Prometheus's default: how old the newest sample may be for an instant selector. */
export const DEFAULT_LOOKBACK = 300_000;

/** One evaluation: of one expression, at many moments. */
export interface EvaluationContext {
  readonly source: SampleSource;
  /** Unix milliseconds, ascending, at least one. */
  readonly moments: Float64Array;
  /** What `@ start()` and `@ end()` mean. */
  readonly start: number;
  readonly end: number;
  /** Milliseconds. */
  readonly lookback: number;
  /** Milliseconds: the step of a subquery that names none. */
  readonly defaultStep: number;
  /** What aggregations of this query came to, by the moments they were evaluated for. */
  readonly known: WeakMap<Float64Array, Map<Expression, Value>>;
  evaluate(expression: Expression, context: EvaluationContext): Value;
}

/** The moments a shifted selector really looks at. */
export function shiftMoments(
  context: EvaluationContext,
  shift: TimeShift,
): Float64Array {
  const { moments } = context;
  if (shift.at === undefined && shift.offset === 0) return moments;
  const fixed =
    (shift.at === 'start' && context.start) ||
    (shift.at === 'end' && context.end) ||
    shift.at;
  return moments.map(
    moment => (typeof fixed === 'number' ? fixed : moment) - shift.offset,
  );
}
