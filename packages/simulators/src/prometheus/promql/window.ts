import {
  NO_SAMPLES,
  Samples,
  SeriesHandle,
  WindowEdges,
  lowerBound,
  upperBound,
} from './source';

/** Samples per partial sum of `BlockSums`: about the square root of a month of samples at one minute. */
const BLOCK = 256;

/**
 * The window of a range selector, moved along one series. `from` (inclusive) and `to` (exclusive) are indexes of the
 * samples with `start <= t <= end`: closed at both ends, as in Prometheus 2.
 */
export class SeriesWindow {
  samples: Samples = NO_SAMPLES;
  from = 0;
  to = 0;
  start = 0;
  end = 0;
  #resets: Float64Array | undefined;
  #blocks: Float64Array | undefined;
  readonly #edges = {
    firstTime: 0,
    firstValue: 0,
    lastTime: 0,
    lastValue: 0,
    count: 0,
    lost: 0,
  };

  get length(): number {
    return this.to - this.from;
  }

  /** Starts over with other samples. */
  load(samples: Samples): void {
    this.samples = samples;
    this.from = 0;
    this.to = 0;
    this.#resets = undefined;
    this.#blocks = undefined;
  }

  /** Moves forward; windows must come in order of time. */
  moveTo(start: number, end: number): void {
    const { times } = this.samples;
    while (this.to < times.length && times[this.to] <= end) this.to++;
    while (this.from < this.to && times[this.from] < start) this.from++;
    this.start = start;
    this.end = end;
  }

  /** Indexes of the samples whose value is less than the one before it, where both are in the window. */
  resets(): Float64Array {
    this.#resets ??= findResets(this.samples.values);
    if (this.#resets.length === 0) return this.#resets;
    return this.#resets.subarray(
      upperBound(this.#resets, this.from),
      lowerBound(this.#resets, this.to),
    );
  }

  /** Undefined for fewer than two samples. The object is used again for the next window. */
  edges(): WindowEdges | undefined {
    if (this.length < 2) return undefined;
    const { times, values } = this.samples;
    const edges = this.#edges;
    edges.firstTime = times[this.from];
    edges.firstValue = values[this.from];
    edges.lastTime = times[this.to - 1];
    edges.lastValue = values[this.to - 1];
    edges.count = this.length;
    edges.lost = 0;
    for (const index of this.resets()) edges.lost += values[index - 1];
    return edges;
  }

  /** The sum of the values, by partial sums, so that a month of samples costs a few hundred additions. */
  sum(): number {
    const { values } = this.samples;
    const firstBlock = Math.ceil(this.from / BLOCK);
    const lastBlock = Math.floor(this.to / BLOCK);
    if (lastBlock <= firstBlock) return sumOf(values, this.from, this.to);
    this.#blocks ??= sumBlocks(values);
    return (
      sumOf(values, this.from, firstBlock * BLOCK) +
      sumOf(this.#blocks, firstBlock, lastBlock) +
      sumOf(values, lastBlock * BLOCK, this.to)
    );
  }
}

function findResets(values: Float64Array): Float64Array {
  const resets: number[] = [];
  for (let i = 1; i < values.length; i++) {
    if (values[i] < values[i - 1]) resets.push(i);
  }
  return Float64Array.from(resets);
}

function sumBlocks(values: Float64Array): Float64Array {
  const blocks = new Float64Array(Math.floor(values.length / BLOCK));
  for (let block = 0; block < blocks.length; block++) {
    blocks[block] = sumOf(values, block * BLOCK, (block + 1) * BLOCK);
  }
  return blocks;
}

/** Kahan's compensated sum, as Prometheus uses it. */
function sumOf(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  let compensation = 0;
  for (let i = from; i < to; i++) {
    const value = values[i];
    const next = sum + value;
    compensation +=
      Math.abs(sum) >= Math.abs(value)
        ? sum - next + value
        : value - next + sum;
    sum = next;
  }
  return Number.isFinite(sum) ? sum + compensation : sum;
}

/** True when windows of such a length hardly meet, so that reading all between them would be a waste. */
export function areSparse(moments: Float64Array, range: number): boolean {
  const last = moments.length - 1;
  return last > 0 && (moments[last] - moments[0]) / last > 2 * range;
}

/**
 * Visits the window of every moment. Reads all samples at once where windows overlap or nearly do, and window by
 * window where they lie far apart.
 */
export function visitWindows(
  handle: SeriesHandle,
  moments: Float64Array,
  range: number,
  visit: (index: number, window: SeriesWindow) => void,
): void {
  const window = new SeriesWindow();
  const last = moments.length - 1;
  const sparse = areSparse(moments, range);
  if (!sparse) {
    window.load(handle.read(moments[0] - range, moments[last]));
  }
  for (let index = 0; index <= last; index++) {
    const end = moments[index];
    if (sparse) window.load(handle.read(end - range, end));
    window.moveTo(end - range, end);
    visit(index, window);
  }
}
