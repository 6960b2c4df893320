import {
  Labels,
  PromqlExecutionError,
  Samples,
  VectorSeries,
  labelsKey,
} from '../promql';
import { DenseChunks } from './DenseChunks';
import { PointBudget, PointHolder } from './PointBudget';

export interface ResultPoint {
  readonly labels: Labels;
  readonly value: number;
}

/** Single evaluations that one rule keeps; more than the points of any graph. */
const KEPT_POINTS = 20_000;
/** Moments that are evaluated together. */
const BLOCK = 1440;

/** The results of one rule, made when they are asked for and remembered: what was evaluated once does not change. */
export class RuleResults implements PointHolder {
  readonly interval: number;
  readonly dense: DenseChunks;
  readonly #evaluate: (moments: Float64Array) => VectorSeries[];
  readonly #since: number;
  readonly #budget: PointBudget;
  readonly #points = new Map<number, readonly ResultPoint[]>();
  /** Of the newest evaluation. */
  lastError: string | undefined;
  /** Unix milliseconds of the newest moment that was evaluated, and how long that took in milliseconds. */
  lastEvaluation: number | undefined;
  evaluationTime = 0;

  /** @param since - there are no results before this moment (Unix milliseconds) */
  constructor(
    interval: number,
    since: number,
    evaluate: (moments: Float64Array) => VectorSeries[],
    budget: PointBudget = new PointBudget(),
  ) {
    this.interval = interval;
    this.#since = since;
    this.#evaluate = evaluate;
    this.#budget = budget;
    this.dense = new DenseChunks(interval, moments => this.#attempt(moments));
  }

  /** The results at one evaluation. */
  at(moment: number): readonly ResultPoint[] {
    return this.atAll(Float64Array.of(moment)).get(moment)!;
  }

  /** The results at each of the evaluations, given in ascending order. */
  atAll(moments: Float64Array): Map<number, readonly ResultPoint[]> {
    const missing = moments.filter(moment => !this.#points.has(moment));
    for (let first = 0; first < missing.length; first += BLOCK) {
      this.#remember(missing.subarray(first, first + BLOCK));
    }
    const found = new Map<number, readonly ResultPoint[]>();
    for (const moment of moments)
      found.set(moment, this.#points.get(moment) ?? []);
    this.#dropOldest();
    this.#budget.used(this);
    return found;
  }

  /** Single evaluations that are kept. */
  get kept(): number {
    return this.#points.size;
  }

  forget(): void {
    this.#points.clear();
  }

  /** Samples of all evaluations of `from <= t <= to`. */
  between(from: number, to: number): Map<Labels, Samples> {
    const first = Math.ceil(Math.max(from, this.#since) / this.interval);
    const last = Math.floor(to / this.interval);
    return last < first ? new Map() : this.dense.samples(first, last);
  }

  #remember(moments: Float64Array): void {
    const series = this.#attempt(moments);
    moments.forEach((moment, index) => {
      const points = series.flatMap(({ labels, values, present }) =>
        present[index] === 1 ? [{ labels, value: values[index] }] : [],
      );
      this.#points.set(moment, points);
    });
  }

  #dropOldest(): void {
    for (const moment of this.#points.keys()) {
      if (this.#points.size <= KEPT_POINTS) return;
      this.#points.delete(moment);
    }
  }

  /** One failing moment costs its own results only. */
  #attempt(moments: Float64Array): VectorSeries[] {
    const begin = performance.now();
    const newest = moments[moments.length - 1];
    try {
      const series = this.#evaluate(moments);
      this.#note(newest, begin, undefined);
      return series;
    } catch (error) {
      if (!(error instanceof PromqlExecutionError)) throw error;
      if (moments.length === 1) {
        this.#note(newest, begin, error.message);
        return [];
      }
      const middle = moments.length >> 1;
      return joined(
        this.#attempt(moments.subarray(0, middle)),
        this.#attempt(moments.subarray(middle)),
        middle,
        moments.length,
      );
    }
  }

  #note(moment: number, begin: number, error: string | undefined): void {
    if (moment < (this.lastEvaluation ?? -Infinity)) return;
    this.lastEvaluation = moment;
    this.lastError = error;
    this.evaluationTime = performance.now() - begin;
  }
}

function joined(
  before: VectorSeries[],
  after: VectorSeries[],
  middle: number,
  length: number,
): VectorSeries[] {
  const result = new Map<string, VectorSeries>();
  for (const [series, offset] of [
    ...before.map(one => [one, 0] as const),
    ...after.map(one => [one, middle] as const),
  ]) {
    const key = labelsKey(series.labels);
    const into = result.get(key) ?? {
      labels: series.labels,
      values: new Float64Array(length),
      present: new Uint8Array(length),
    };
    into.values.set(series.values, offset);
    into.present.set(series.present, offset);
    result.set(key, into);
  }
  return [...result.values()];
}
