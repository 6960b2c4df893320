import { Labels, Samples, VectorSeries, labelsKey } from '../promql';
import { Gathering } from './Gathering';

/** Evaluations in a chunk: a day of minutes. */
const CHUNK = 1440;

interface Chunk {
  /** How many evaluations of it are done; the last chunk grows with time. */
  done: number;
  readonly series: Map<string, VectorSeries>;
}

/** The results of a rule at every one of its evaluations in a stretch of time, kept in chunks once they are made. */
export class DenseChunks {
  readonly #interval: number;
  readonly #evaluate: (moments: Float64Array) => VectorSeries[];
  readonly #chunks = new Map<number, Chunk>();
  #gathered:
    | { first: number; last: number; series: Map<Labels, Samples> }
    | undefined;

  constructor(
    interval: number,
    evaluate: (moments: Float64Array) => VectorSeries[],
  ) {
    this.#interval = interval;
    this.#evaluate = evaluate;
  }

  /** True when the evaluations `first` to `last` (numbers since 1970) need no work. */
  has(first: number, last: number): boolean {
    for (let at = Math.floor(first / CHUNK); at * CHUNK <= last; at++) {
      const wanted = Math.min(CHUNK, last - at * CHUNK + 1);
      if ((this.#chunks.get(at)?.done ?? 0) < wanted) return false;
    }
    return true;
  }

  /** Makes one chunk that is missing between two evaluations. False when there is none. */
  makeOne(first: number, last: number): boolean {
    for (let at = Math.floor(first / CHUNK); at * CHUNK <= last; at++) {
      const wanted = Math.min(CHUNK, last - at * CHUNK + 1);
      if ((this.#chunks.get(at)?.done ?? 0) >= wanted) continue;
      this.#make(at, wanted);
      return true;
    }
    return false;
  }

  /** Samples of every series for the evaluations `first` to `last`, with a stale marker where a series went away. */
  samples(first: number, last: number): Map<Labels, Samples> {
    const known = this.#gathered;
    if (known?.first === first && known.last === last) return known.series;
    while (this.makeOne(first, last));
    const series = this.#gather(first, last);
    this.#gathered = { first, last, series };
    return series;
  }

  #make(at: number, wanted: number): void {
    const chunk = this.#chunks.get(at) ?? { done: 0, series: new Map() };
    const moments = Float64Array.from(
      { length: wanted - chunk.done },
      (_, index) => (at * CHUNK + chunk.done + index) * this.#interval,
    );
    for (const { labels, values, present } of this.#evaluate(moments)) {
      const key = labelsKey(labels);
      const series = chunk.series.get(key) ?? {
        labels,
        values: new Float64Array(CHUNK),
        present: new Uint8Array(CHUNK),
      };
      series.values.set(values, chunk.done);
      series.present.set(present, chunk.done);
      chunk.series.set(key, series);
    }
    chunk.done = wanted;
    this.#chunks.set(at, chunk);
  }

  #gather(first: number, last: number): Map<Labels, Samples> {
    const gathering = new Map<string, Gathering>();
    for (let at = Math.floor(first / CHUNK); at * CHUNK <= last; at++) {
      const from = Math.max(0, first - at * CHUNK);
      const to = Math.min(CHUNK - 1, last - at * CHUNK);
      for (const [key, series] of this.#chunks.get(at)?.series ?? []) {
        let into = gathering.get(key);
        if (!into) {
          into = new Gathering(series.labels, last - first + 1, this.#interval);
          gathering.set(key, into);
        }
        into.add(series, from, to, at * CHUNK);
      }
    }
    return new Map(
      [...gathering.values()].map(one => [one.labels, one.finish(last)]),
    );
  }
}
