import {
  Labels,
  NO_SAMPLES,
  NO_TIMES,
  Samples,
  SeriesHandle,
  WindowEdges,
} from '../promql';
import { CounterValues } from './CounterValues';
import { CounterShape, ModelSeries } from './ModelSeries';
import { ScrapeGrid } from './ScrapeGrid';

/** Samples of a computed series: made when they are read, at the moments of the grid up to now. */
export class ModelHandle implements SeriesHandle {
  readonly labels: Labels;
  readonly #series: ModelSeries;
  readonly #grid: ScrapeGrid;
  readonly #first: number;
  readonly #last: number;
  readonly #now: number;
  readonly edges?: SeriesHandle['edges'];

  constructor(series: ModelSeries, grid: ScrapeGrid, now: number) {
    this.labels = series.labels;
    this.#series = series;
    this.#grid = grid;
    this.#now = now;
    const { startedAt, endedAt = now } = series.life;
    this.#first = grid.indexAtOrAfter(startedAt);
    this.#last = grid.indexAtOrBefore(Math.min(endedAt, now));
    if (series.shape.kind === 'counter') {
      const { shape } = series;
      this.edges = (from, to) => this.#edges(shape, from, to);
    }
  }

  read(from: number, to: number): Samples {
    const [first, last] = this.#within(from, to);
    const stale = this.#staleMarker(from, to);
    if (last < first) return { ...NO_SAMPLES, stale };
    const times = this.#grid.times(first, last);
    const values = new Float64Array(times.length);
    const { shape, life } = this.#series;
    if (shape.kind === 'counter') {
      new CounterValues(shape, life).fill(times, values);
    } else {
      for (let i = 0; i < values.length; i++) values[i] = shape.value(times[i]);
    }
    return { times, values, stale };
  }

  #within(from: number, to: number): [number, number] {
    return [
      Math.max(this.#first, this.#grid.indexAtOrAfter(from)),
      Math.min(this.#last, this.#grid.indexAtOrBefore(to)),
    ];
  }

  /** The scrape after the last one finds nobody there. */
  #staleMarker(from: number, to: number): Float64Array {
    if (this.#series.life.endedAt === undefined) return NO_TIMES;
    const time = (this.#last + 1) * this.#grid.interval;
    const shows = time >= from && time <= to && time <= this.#now;
    return shows ? Float64Array.of(time) : NO_TIMES;
  }

  #edges(
    shape: CounterShape,
    from: number,
    to: number,
  ): WindowEdges | undefined {
    const [first, last] = this.#within(from, to);
    if (last <= first) return undefined;
    const { interval } = this.#grid;
    const values = new CounterValues(shape, this.#series.life);
    const firstValue = values.at(first * interval);
    let lost = 0;
    for (const restart of this.#series.life.restarts) {
      const after = this.#grid.indexAtOrAfter(restart);
      if (after <= first || after > last) continue;
      const before = values.at((after - 1) * interval);
      if (values.at(after * interval) < before) lost += before;
    }
    return {
      firstTime: first * interval,
      firstValue,
      lastTime: last * interval,
      lastValue: values.at(last * interval),
      count: last - first + 1,
      lost,
    };
  }
}
