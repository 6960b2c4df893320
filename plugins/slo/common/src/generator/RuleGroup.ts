export interface RecordingRule {
  /** Name of the series that it records. */
  record: string;
  /** PromQL. */
  expr: string;
  labels: Record<string, string>;
}

export interface AlertingRule {
  alert: string;
  /** PromQL. */
  expr: string;
  /** Beside those that its expression brings. */
  labels: Record<string, string>;
  /** Templates of Prometheus. */
  annotations: Record<string, string>;
}

export type Rule = RecordingRule | AlertingRule;

/** Rules that Prometheus evaluates one after the other. */
export interface RuleGroup {
  name: string;
  /** How often, in seconds; absent means as often as the server evaluates. */
  intervalSeconds?: number;
  rules: Rule[];
}
