import { Labels } from '../promql';

export type MetricType = 'counter' | 'gauge' | 'histogram';

/** A counter: how much has come together since some beginning, growing with time. Times in Unix milliseconds. */
export interface CounterShape {
  readonly kind: 'counter';
  /** Grows in a straight line within each bin of the load curve: it is asked for at the borders of bins only. */
  amount(time: number): number;
  /** Counts things, so it shows whole numbers only. */
  readonly whole: boolean;
}

export interface GaugeShape {
  readonly kind: 'gauge';
  value(time: number): number;
}

/** The time in which a series is scraped; its counters begin at zero at its start and at each restart. */
export interface Life {
  readonly startedAt: number;
  readonly endedAt?: number;
  readonly restarts: readonly number[];
}

/** One series as a function of time. */
export interface ModelSeries {
  readonly labels: Labels;
  readonly life: Life;
  readonly shape: CounterShape | GaugeShape;
}

export interface MetricMetadata {
  readonly type: MetricType;
  readonly help: string;
}

/** Series that are told of together; `names` are those of its series, `metadata` is by the name of the family. */
export interface MetricFamily<Subject> {
  readonly name: string;
  readonly names: readonly string[];
  readonly metadata: MetricMetadata;
  series(subject: Subject): ModelSeries[];
}
