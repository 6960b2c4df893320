import { LabelMatcher } from './matcher';

export type ValueType = 'scalar' | 'string' | 'vector' | 'matrix';

/** When a selector or subquery looks, beside the moment of evaluation. Milliseconds. */
export interface TimeShift {
  /** Subtracted from the moment; negative looks ahead. */
  readonly offset: number;
  /** A fixed moment instead (`@`). */
  readonly at?: number | 'start' | 'end';
}

export interface NumberLiteral {
  readonly kind: 'number';
  readonly value: number;
}

export interface StringLiteral {
  readonly kind: 'string';
  readonly value: string;
}

export interface VectorSelector extends TimeShift {
  readonly kind: 'selector';
  readonly matchers: readonly LabelMatcher[];
}

export interface MatrixSelector {
  readonly kind: 'matrix';
  readonly selector: VectorSelector;
  /** Milliseconds. */
  readonly range: number;
}

export interface Subquery extends TimeShift {
  readonly kind: 'subquery';
  readonly expression: Expression;
  /** Milliseconds. */
  readonly range: number;
  /** Milliseconds; absent means the server's evaluation interval. */
  readonly step?: number;
}

export interface Call {
  readonly kind: 'call';
  readonly name: string;
  readonly parameters: readonly Expression[];
}

export interface Aggregate {
  readonly kind: 'aggregate';
  readonly operator: string;
  /** `topk`, `bottomk`, `quantile` and `count_values` have one. */
  readonly parameter?: Expression;
  readonly expression: Expression;
  readonly without: boolean;
  /** Sorted. */
  readonly labels: readonly string[];
}

export interface Unary {
  readonly kind: 'unary';
  readonly negate: boolean;
  readonly expression: Expression;
}

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%' | '^';
export type ComparisonOperator = '==' | '!=' | '>' | '<' | '>=' | '<=';
export type SetOperator = 'and' | 'or' | 'unless';
export type BinaryOperator =
  | ArithmeticOperator
  | ComparisonOperator
  | SetOperator;

export type Cardinality =
  | 'one-to-one'
  | 'many-to-one'
  | 'one-to-many'
  | 'many-to-many';

/** How the series of two vectors find each other. */
export interface VectorMatching {
  readonly cardinality: Cardinality;
  /** True for `on`, false for `ignoring` (the default, of nothing). */
  readonly on: boolean;
  /** Sorted. */
  readonly labels: readonly string[];
  /** Labels that `group_left` or `group_right` takes from the side of one. */
  readonly include: readonly string[];
}

export interface Binary {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
  readonly bool: boolean;
  /** Present exactly when both sides are vectors. */
  readonly matching?: VectorMatching;
}

export type Expression =
  | NumberLiteral
  | StringLiteral
  | VectorSelector
  | MatrixSelector
  | Subquery
  | Call
  | Aggregate
  | Unary
  | Binary;
