import {
  Expression,
  LabelMatcher,
  METRIC_NAME,
  VectorSelector,
} from '../promql';
import { Rule } from './Rule';

/** A selector of an expression. */
export interface Selection {
  /** Undefined for a selector that names no single metric. */
  readonly name: string | undefined;
  readonly matchers: readonly LabelMatcher[];
  /** Milliseconds, that of subqueries around it included; 0 for an instant selector. */
  readonly range: number;
  /** Milliseconds between the moments of a subquery around it; absent where every sample of the range counts. */
  readonly step?: number;
}

/** Everything that an expression selects. */
export function selectionsOf(expression: Expression): Selection[] {
  switch (expression.kind) {
    case 'selector':
      return [selection(expression, 0)];
    case 'matrix':
      return [selection(expression.selector, expression.range)];
    case 'subquery':
      return selectionsOf(expression.expression).map(found => ({
        ...found,
        range: found.range + expression.range,
        step: found.range > 0 ? undefined : (expression.step ?? found.step),
      }));
    case 'unary':
    case 'aggregate':
      return selectionsOf(expression.expression);
    case 'call':
      return expression.parameters.flatMap(selectionsOf);
    case 'binary':
      return [
        ...selectionsOf(expression.left),
        ...selectionsOf(expression.right),
      ];
    default:
      return [];
  }
}

function selection({ matchers }: VectorSelector, range: number): Selection {
  const named = matchers.find(
    matcher => matcher.name === METRIC_NAME && matcher.operator === '=',
  );
  return { name: named?.value, matchers, range };
}

/** False where the labels that a rule sets itself already rule its series out. */
export function mayProduce(
  rule: Rule,
  matchers: readonly LabelMatcher[],
): boolean {
  return matchers.every(({ name, matches }) => {
    const own = rule.labels[name];
    return own === undefined || matches(own);
  });
}
