import { Labels, Samples, VectorSeries } from '../promql';

/** Collects samples of one series from chunk to chunk. */
export class Gathering {
  readonly labels: Labels;
  readonly #interval: number;
  readonly #times: Float64Array;
  readonly #values: Float64Array;
  readonly #stale: number[] = [];
  #count = 0;
  #newest = -Infinity;

  constructor(labels: Labels, most: number, interval: number) {
    this.labels = labels;
    this.#interval = interval;
    this.#times = new Float64Array(most);
    this.#values = new Float64Array(most);
  }

  add(series: VectorSeries, from: number, to: number, offset: number): void {
    for (let i = from; i <= to; i++) {
      if (series.present[i] === 0) continue;
      this.#markGap(offset + i);
      this.#times[this.#count] = (offset + i) * this.#interval;
      this.#values[this.#count] = series.values[i];
      this.#count++;
      this.#newest = offset + i;
    }
  }

  finish(last: number): Samples {
    this.#markGap(last + 1);
    return {
      times: this.#times.subarray(0, this.#count),
      values: this.#values.subarray(0, this.#count),
      stale: Float64Array.from(this.#stale),
    };
  }

  #markGap(next: number): void {
    if (this.#newest + 1 < next && this.#count > 0) {
      this.#stale.push((this.#newest + 1) * this.#interval);
    }
  }
}
