/** The moments of scrapes, at whole multiples of the interval, as views of one array that all series share. */
export class ScrapeGrid {
  /** Milliseconds. */
  readonly interval: number;
  #first = 0;
  #times = new Float64Array(0);

  constructor(interval: number) {
    this.interval = interval;
  }

  /** Number of the first scrape that is not before a moment. */
  indexAtOrAfter(time: number): number {
    return Math.ceil(time / this.interval);
  }

  /** Number of the last scrape that is not after a moment. */
  indexAtOrBefore(time: number): number {
    return Math.floor(time / this.interval);
  }

  /** The times of scrapes `first` to `last`, both inclusive. */
  times(first: number, last: number): Float64Array {
    const end = this.#first + this.#times.length;
    if (this.#times.length === 0 || first < this.#first || last >= end) {
      this.#cover(first, last);
    }
    return this.#times.subarray(first - this.#first, last + 1 - this.#first);
  }

  #cover(first: number, last: number): void {
    const isEmpty = this.#times.length === 0;
    const start = isEmpty ? first : Math.min(first, this.#first);
    const known = this.#first + this.#times.length - 1;
    const end = isEmpty ? last : Math.max(last, known);
    // Some more than asked for, as time goes on.
    const length = end - start + 1 + Math.ceil(3_600_000 / this.interval);
    this.#times = new Float64Array(length).map(
      (_, index) => (start + index) * this.interval,
    );
    this.#first = start;
  }
}
