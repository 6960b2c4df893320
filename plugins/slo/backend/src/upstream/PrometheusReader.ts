/** One sample of an instant query. The value may be NaN or infinite. */
export interface Sample {
  labels: Record<string, string>;
  value: number;
  /** When it was evaluated by the clock of Prometheus, Unix seconds. */
  at: number;
}

/** One series of a range query: Unix seconds and values, ascending, with gaps where there is nothing. */
export interface Series {
  labels: Record<string, string>;
  points: [number, number][];
}

/** An answer of Prometheus: `warnings` say that a part of it may be missing. */
export interface PrometheusAnswer<T> {
  result: T[];
  warnings: string[];
  /** Hints on the expression; nothing is missing for them. */
  infos?: string[];
}

/** A recording or alerting rule that Prometheus has loaded. */
export interface LoadedRule {
  kind: 'recording' | 'alerting';
  group: string;
  file: string;
  name: string;
  query: string;
  labels: Record<string, string>;
  /** Only of alerting rules. */
  annotations: Record<string, string>;
  holdSeconds: number;
  /** How often the group is evaluated. */
  intervalSeconds: number;
  health: 'ok' | 'err' | 'unknown';
  lastError?: string;
}

/**
 * One configured Prometheus, or what speaks its API (Thanos, Mimir, Amazon Managed Service for Prometheus). Every
 * method throws UpstreamError for a fault; an expression that it refuses (400, 422) is one too, with its words.
 */
export interface PrometheusReader {
  readonly instance: string;
  /** Evaluates at `time` (Unix seconds), or now by its own clock. A scalar is one sample without labels. */
  query(
    promql: string,
    options?: { time?: number },
  ): Promise<PrometheusAnswer<Sample>>;
  /** Evaluates from `start` to `end` (Unix seconds) every `step` seconds; at most 11,000 steps. */
  queryRange(
    promql: string,
    range: { start: number; end: number; step: number },
  ): Promise<PrometheusAnswer<Series>>;
  /** All rules of the groups that it has loaded. */
  rules(): Promise<LoadedRule[]>;
}
