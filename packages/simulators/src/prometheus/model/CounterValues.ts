import { BIN } from './LoadCurve';
import { CounterShape, Life } from './ModelSeries';

/** The values that a counter shows, at moments asked for in order of time. */
export class CounterValues {
  readonly #shape: CounterShape;
  readonly #life: Life;
  /** The bin that was asked for last: its start, the amount there, and the growth within it. */
  #start = NaN;
  #atStart = 0;
  #atEnd = 0;
  #perMillisecond = 0;
  #restart = 0;
  #base: number;

  constructor(shape: CounterShape, life: Life) {
    this.#shape = shape;
    this.#life = life;
    this.#base = this.#amount(life.startedAt);
  }

  at(time: number): number {
    const { restarts } = this.#life;
    while (this.#restart < restarts.length && restarts[this.#restart] <= time) {
      this.#base = this.#amount(restarts[this.#restart]);
      this.#restart++;
    }
    const amount = this.#amount(time) - this.#base;
    return this.#shape.whole ? Math.floor(amount) : amount;
  }

  /** All of `times` at once, to the same values as one by one. */
  fill(times: Float64Array, values: Float64Array): void {
    const { whole } = this.#shape;
    for (let i = 0; i < times.length; ) {
      values[i] = this.at(times[i]);
      const nextRestart = this.#life.restarts[this.#restart] ?? Infinity;
      const end = Math.min(this.#start + BIN, nextRestart);
      const [start, atStart] = [this.#start, this.#atStart];
      const [slope, base] = [this.#perMillisecond, this.#base];
      for (i++; i < times.length && times[i] < end; i++) {
        const amount = atStart + slope * (times[i] - start) - base;
        values[i] = whole ? Math.floor(amount) : amount;
      }
    }
  }

  #amount(time: number): number {
    const start = Math.floor(time / BIN) * BIN;
    if (start !== this.#start) {
      const isNext = start === this.#start + BIN;
      this.#atStart = isNext ? this.#atEnd : this.#shape.amount(start);
      this.#atEnd = this.#shape.amount(start + BIN);
      this.#perMillisecond = (this.#atEnd - this.#atStart) / BIN;
      this.#start = start;
    }
    return this.#atStart + this.#perMillisecond * (time - start);
  }
}
