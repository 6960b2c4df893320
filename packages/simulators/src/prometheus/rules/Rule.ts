import { Expression } from '../promql';

interface RuleBase {
  /** The same for the same rule of the same group in the same file. */
  readonly key: string;
  readonly query: string;
  /** Absent when the query is not one, which `problem` then tells. */
  readonly expression?: Expression;
  readonly problem?: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Milliseconds between evaluations. */
  readonly interval: number;
  /** It was not evaluated before; Unix milliseconds. */
  readonly since: number;
}

export interface RecordingRule extends RuleBase {
  readonly kind: 'recording';
  /** The metric it records. */
  readonly name: string;
}

export interface AlertingRule extends RuleBase {
  readonly kind: 'alerting';
  /** The name of the alert. */
  readonly name: string;
  readonly annotations: Readonly<Record<string, string>>;
  /** How long it must hold before it fires, in milliseconds. */
  readonly holdFor: number;
}

export type Rule = RecordingRule | AlertingRule;

export interface RuleGroup {
  readonly name: string;
  readonly file: string;
  /** Milliseconds. */
  readonly interval: number;
  readonly rules: readonly Rule[];
}
