import { ArithmeticOperator, BinaryOperator, ComparisonOperator } from '../ast';

const ARITHMETIC: Record<
  ArithmeticOperator,
  (left: number, right: number) => number
> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
  // Go answers 1 for a base of 1 whatever the exponent; JavaScript answers NaN for 1 ** NaN and (-1) ** Infinity.
  '^': (left, right) => {
    if (left === 1) return 1;
    return left === -1 && Math.abs(right) === Infinity ? 1 : left ** right;
  },
};

const COMPARISONS: Record<
  ComparisonOperator,
  (left: number, right: number) => boolean
> = {
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '>': (left, right) => left > right,
  '<': (left, right) => left < right,
  '>=': (left, right) => left >= right,
  '<=': (left, right) => left <= right,
};

/** What an operator makes of two numbers: a value, or undefined where a comparison filters it out. */
export type Operation = (left: number, right: number) => number | undefined;

export function operationOf(
  operator: BinaryOperator,
  bool: boolean,
  /** What a comparison that holds lets through. */
  through: 'left' | 'right' = 'left',
): Operation {
  if (Object.hasOwn(ARITHMETIC, operator)) {
    return ARITHMETIC[operator as ArithmeticOperator];
  }
  const holds = COMPARISONS[operator as ComparisonOperator];
  if (bool) return (left, right) => (holds(left, right) ? 1 : 0);
  return through === 'left'
    ? (left, right) => (holds(left, right) ? left : undefined)
    : (left, right) => (holds(left, right) ? right : undefined);
}

/** A filtering comparison keeps the metric's name, everything else drops it. */
export function keepsName(operator: BinaryOperator, bool: boolean): boolean {
  return Object.hasOwn(COMPARISONS, operator) && !bool;
}
