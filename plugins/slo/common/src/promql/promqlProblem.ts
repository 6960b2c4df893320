import { type PromqlNode, parsePromql } from './tree';

/** Where an expression is no PromQL, and why. */
export interface PromqlProblem {
  message: string;
  /** Characters from the start of the expression. */
  offset: number;
}

/** Functions whose argument must be a range of samples. */
const OF_RANGES =
  /^(rate|irate|increase|delta|idelta|deriv|changes|resets|predict_linear|holt_winters|double_exponential_smoothing|\w+_over_time)$/;
const RANGES = new Set(['MatrixSelector', 'SubqueryExpr']);
const SET_OPERATORS = new Set(['And', 'Or', 'Unless']);

/**
 * Says what is wrong with an expression: its syntax, unknown functions, and ranges where there must be none or none
 * where there must be one. Prometheus checks more; what passes here may still be refused there.
 */
export function promqlProblem(expression: string): PromqlProblem | undefined {
  if (expression.trim() === '') {
    return { message: 'there is no expression', offset: 0 };
  }
  const root = parsePromql(expression);
  for (const node of root.all()) {
    if (node.isError)
      return { message: near(expression, node), offset: node.from };
  }
  const [top] = root.children;
  if (top && isRange(top)) {
    return {
      message: 'a range of samples is no value: a function has to reduce it',
      offset: top.from,
    };
  }
  for (const node of root.all()) {
    const problem = problemOf(node);
    if (problem) return { message: problem, offset: node.from };
  }
  return undefined;
}

function near(expression: string, node: PromqlNode): string {
  const rest = expression.slice(node.from).trim();
  return rest === ''
    ? 'it ends too early'
    : `unexpected ${JSON.stringify(rest.slice(0, 20))}`;
}

function problemOf(node: PromqlNode): string | undefined {
  switch (node.kind) {
    case 'FunctionCall':
      return problemOfCall(node);
    case 'AggregateExpr':
      return argumentsOf(node).some(isRange)
        ? 'an aggregation does not take a range of samples'
        : undefined;
    case 'BinaryExpr':
      return problemOfBinary(node);
    // The grammar takes a text that the expression ends in for whole.
    case 'StringLiteral':
      return /^(["'])(?:[^\\]|\\.)*\1$|^`[^`]*`$/s.test(node.text)
        ? undefined
        : 'the text has no end';
    default:
      return undefined;
  }
}

function problemOfCall(node: PromqlNode): string | undefined {
  const name = node.child('FunctionIdentifier')?.text ?? '';
  const parts = argumentsOf(node);
  const hasRange = parts.some(isRange);
  if (OF_RANGES.test(name) && !hasRange) {
    return `${name} takes a range of samples, such as x[5m]`;
  }
  if (!OF_RANGES.test(name) && hasRange) {
    return `${name} does not take a range of samples`;
  }
  return undefined;
}

function problemOfBinary(node: PromqlNode): string | undefined {
  const operands = operandsOf(node);
  if (operands.some(isRange)) {
    return 'a range of samples cannot be calculated with';
  }
  const isSet = node.children.some(({ kind }) => SET_OPERATORS.has(kind));
  if (operands.some(each => each.unwrapped().kind === 'StringLiteral')) {
    return 'a text cannot be calculated with';
  }
  const isNumber = operands.some(
    operand => operand.unwrapped().kind === 'NumberDurationLiteral',
  );
  return isSet && isNumber
    ? 'and, or and unless do not take a number'
    : undefined;
}

function isRange(node: PromqlNode): boolean {
  const inner = node.unwrapped();
  if (inner.kind === 'OffsetExpr' || inner.kind === 'StepInvariantExpr') {
    return inner.children.length > 0 && isRange(inner.children[0]);
  }
  return RANGES.has(inner.kind);
}

/** The arguments of a call or an aggregation, whatever lists the grammar nests them in. */
export function argumentsOf(node: PromqlNode): PromqlNode[] {
  const body = node.child('FunctionCallBody');
  return (body?.children ?? []).filter(({ kind }) => !/^[(),]$/.test(kind));
}

/** Both sides of a binary expression. */
export function operandsOf(node: PromqlNode): PromqlNode[] {
  const { children } = node;
  return [children[0], children[children.length - 1]];
}
