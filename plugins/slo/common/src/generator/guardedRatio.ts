import { splitRatio, withWindow } from '../promql';
import { operandsOf } from '../promql/promqlProblem';
import { topExpression } from '../promql/tree';
import type { Sli } from '../specification/SloSpecification';
import { inParentheses } from './inParentheses';

/** The queries of an SLI over a window, as far as they can be told apart. */
export interface SliQueries {
  /** Share of bad events. */
  ratio: string;
  /** All events, in the unit of the query. */
  total?: string;
}

/**
 * The share of bad events where no traffic is no sample, and where a series that is not there counts as 0:
 * `((E) or 0 * (T)) / ((T) > 0)`. A ratio that cannot be taken apart stays as it is.
 */
export function guardedRatio(sli: Sli, window: string): SliQueries {
  const parts = partsOf(sli, window);
  if ('ratio' in parts) return { ratio: inParentheses(parts.ratio) };
  const errors = inParentheses(withMissingGoodAsNone(parts.errors));
  const total = inParentheses(parts.total);
  return {
    ratio: `${inParentheses(`${errors}\nor\n0 * ${total}`)}\n/\n(${total} > 0)\n`,
    total: parts.total,
  };
}

function partsOf(
  sli: Sli,
  window: string,
): { errors: string; total: string } | { ratio: string } {
  if (sli.kind === 'events') {
    return {
      errors: withWindow(sli.errorQuery, window).trim(),
      total: withWindow(sli.totalQuery, window).trim(),
    };
  }
  const ratio = withWindow(sli.errorRatioQuery, window).trim();
  return splitRatio(ratio) ?? { ratio };
}

/**
 * Where errors are "all less the good ones" and there are no good ones, all are bad. As it stands there would be no
 * sample, which must not count as no error: a service of which nothing works would look healthy.
 */
function withMissingGoodAsNone(errors: string): string {
  const top = topExpression(errors)?.unwrapped();
  if (
    top?.kind !== 'BinaryExpr' ||
    top.children[1].kind !== 'Sub' ||
    top.child('MatchingModifierClause')
  ) {
    return errors;
  }
  const [all, good] = operandsOf(top).map(each => each.unwrapped());
  if ([all, good].some(each => each.kind === 'NumberDurationLiteral')) {
    return errors;
  }
  const everything = inParentheses(all.text);
  return `${everything}\n-\n(${inParentheses(good.text)} or 0 * ${everything})`;
}
