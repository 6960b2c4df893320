import { hasWindow } from '../../promql';
import { parsePromql } from '../../promql/tree';
import type { Sli } from '../SloSpecification';

const WINDOW = '[{{.window}}]';
/** A subquery: the value at every evaluation of the window. */
const SAMPLES = '[{{.window}}:]';

/** What may follow a selector: they look back, or at one moment, and stand behind the window. */
const MODIFIERS =
  /^(?:\s*(?:offset\s+-?\w+|@\s*(?:[\d.]+|(?:start|end)\s*\(\s*\))))*/i;

/** What is good of a value, and what is bad of it. */
export const OPPOSITES: Readonly<Record<string, string>> = {
  lt: '>=',
  lte: '>',
  gt: '<=',
  gte: '<',
};

/**
 * The events of a window by a query of OpenSLO, which knows no placeholder for it. A query that has one stays. Of a growing
 * counter every selector is wrapped in `increase`; of anything else the values are added up over the window.
 */
export function eventsOf(query: string, isCounter: boolean): string {
  if (hasWindow(query)) return query;
  return (
    (isCounter && increases(query)) || `sum_over_time((${query})${SAMPLES})`
  );
}

/** Undefined when the query takes ranges itself, so that no counter is left in it. */
function increases(query: string): string | undefined {
  let result = '';
  let done = 0;
  for (const { kind, from, to } of parsePromql(query).all()) {
    if (kind === 'MatrixSelector' || kind === 'SubqueryExpr') return undefined;
    if (kind !== 'VectorSelector') continue;
    const [modifiers] = MODIFIERS.exec(query.slice(to))!;
    result += `${query.slice(done, from)}increase(${query.slice(from, to)}${WINDOW}${modifiers})`;
    done = to + modifiers.length;
  }
  return result + query.slice(done);
}

/** Bad events are those that are not good; where no good one was ever counted, all are bad. */
export function fromGood(good: string, total: string): Sli {
  return {
    kind: 'events',
    errorQuery: `(${total}) - ((${good}) or 0 * (${total}))`,
    totalQuery: total,
  };
}

/** A share that is stored already: its average over the window, turned around where it is one of successes. */
export function fromStoredRatio(
  query: string,
  rawType: 'success' | 'failure',
): Sli {
  const ratio = hasWindow(query)
    ? query
    : `avg_over_time((${query})${SAMPLES})`;
  return {
    kind: 'raw',
    errorRatioQuery: rawType === 'success' ? `1 - (${ratio})` : ratio,
  };
}

/**
 * A value that has to stay on one side of a threshold: each evaluation counts as an event, of every series that the query
 * answers. Comparing with -Inf leaves out NaN, which is how Prometheus says that there was nothing to measure.
 */
export function fromThreshold(
  query: string,
  op: keyof typeof OPPOSITES,
  value: number,
): Sli {
  const measured = `(${query}) >= -Inf`;
  return {
    kind: 'events',
    errorQuery: `sum(sum_over_time(((${measured}) ${OPPOSITES[op]} bool ${value})${SAMPLES}))`,
    totalQuery: `sum(count_over_time((${measured})${SAMPLES}))`,
  };
}
