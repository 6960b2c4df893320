import { type PromqlNode, topExpression } from './tree';

/** Answers events a second. */
const RATES = new Set(['rate']);
/** Answer events of their window. */
const COUNTS = new Set(['increase', 'count_over_time', 'sum_over_time']);
/** Keep a sum of events what it is. */
const HARMLESS = new Set([
  'vector',
  'clamp_min',
  'label_replace',
  'label_join',
  'scalar',
]);

/**
 * PromQL that counts the events of a window, from a query of bad or of all events with that window filled in: what is
 * made of `rate` is multiplied by the seconds of the window, what counts already stays. Undefined when the query mixes
 * them, divides, or uses a function that neither counts nor keeps counts.
 */
export function eventsOver(
  query: string,
  windowSeconds: number,
): string | undefined {
  const top = topExpression(query);
  if (!top) return undefined;
  const measures = new Set<'rate' | 'count'>();
  for (const node of top.all()) {
    if (node.kind === 'Div' || node.kind === 'Pow' || node.kind === 'Mod') {
      return undefined;
    }
    if (node.kind === 'FunctionCall') {
      const name = node.child('FunctionIdentifier')?.text ?? '';
      if (RATES.has(name)) measures.add('rate');
      else if (COUNTS.has(name)) measures.add('count');
      else if (!HARMLESS.has(name)) return undefined;
    }
    if (node.kind === 'AggregateExpr' && !isSum(node)) {
      // Inside of what counts over time (how many series there were) anything may be aggregated.
      if (![...top.all()].some(each => isCountAround(each, node))) {
        return undefined;
      }
    }
  }
  if (measures.size !== 1) return undefined;
  return measures.has('rate') ? `(${query}) * ${windowSeconds}` : query;
}

function isSum(node: PromqlNode): boolean {
  return node.child('AggregateOp')?.text === 'sum';
}

function isCountAround(node: PromqlNode, inner: PromqlNode): boolean {
  return (
    node.kind === 'FunctionCall' &&
    COUNTS.has(node.child('FunctionIdentifier')?.text ?? '') &&
    node.from <= inner.from &&
    node.to >= inner.to
  );
}
