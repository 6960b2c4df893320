import { operandsOf } from './promqlProblem';
import { type PromqlNode, topExpression } from './tree';

/** The queries of bad and of all events in one that answers their ratio. */
export interface RatioParts {
  errors: string;
  total: string;
}

/**
 * Takes a ratio apart: `E / T`, `1 - G / T` (then errors are `T - G`), and the guarded form
 * `(E or 0 * T) / (T > 0)`. Undefined when the expression is no such ratio, or matches its sides by labels.
 */
export function splitRatio(expression: string): RatioParts | undefined {
  const top = topExpression(expression)?.unwrapped();
  if (!top || top.kind !== 'BinaryExpr') return undefined;
  const [left, right] = operandsOf(top).map(each => each.unwrapped());
  if (operatorOf(top) === 'Sub' && isNumber(left, 1)) {
    const good = ratioOf(right);
    return (
      good && {
        errors: `(${good.total}) - (${good.errors})`,
        total: good.total,
      }
    );
  }
  return ratioOf(top);
}

function ratioOf(node: PromqlNode): RatioParts | undefined {
  if (
    node.kind !== 'BinaryExpr' ||
    operatorOf(node) !== 'Div' ||
    node.child('MatchingModifierClause')
  ) {
    return undefined;
  }
  const [dividend, divisor] = operandsOf(node).map(each => each.unwrapped());
  return {
    errors: withoutGuard(dividend, 'Or', isNothing).text,
    total: withoutGuard(divisor, 'Gtr', right => isNumber(right, 0)).text,
  };
}

/** The left side of an operation that only guards it, with the right side that the guard has. */
function withoutGuard(
  node: PromqlNode,
  operator: string,
  isGuard: (right: PromqlNode) => boolean,
): PromqlNode {
  if (node.kind !== 'BinaryExpr' || operatorOf(node) !== operator) return node;
  const [left, right] = operandsOf(node).map(each => each.unwrapped());
  return isGuard(right) ? left : node;
}

/** `0 * …` or `… * 0`. */
function isNothing(node: PromqlNode): boolean {
  return (
    node.kind === 'BinaryExpr' &&
    operatorOf(node) === 'Mul' &&
    operandsOf(node).some(each => isNumber(each.unwrapped(), 0))
  );
}

function isNumber(node: PromqlNode, value: number): boolean {
  return node.kind === 'NumberDurationLiteral' && Number(node.text) === value;
}

/** The kind of the operator: the second child, whatever modifiers follow. */
function operatorOf(node: PromqlNode): string | undefined {
  return node.children[1]?.kind;
}
