import { Labels } from './labels';
import { LabelMatcher } from './matcher';

/** Samples of one series in order of time. */
export interface Samples {
  /** Unix milliseconds, ascending. */
  readonly times: Float64Array;
  readonly values: Float64Array;
  /** Moments of stale markers, ascending; they are not among `times`. */
  readonly stale: Float64Array;
}

export const NO_TIMES = new Float64Array(0);
export const NO_SAMPLES: Samples = {
  times: NO_TIMES,
  values: NO_TIMES,
  stale: NO_TIMES,
};

/** What a selector is going to look at, so that a source can do no more than that. */
export interface SelectHints {
  /** The moments the selector is evaluated for, ascending, offsets applied; never empty. */
  readonly moments: Float64Array;
  /** Length in milliseconds of the window that ends at each moment: the range, or the look-back. */
  readonly range: number;
  /** True for an instant selector: only the newest sample in each window counts. */
  readonly latestOnly: boolean;
}

/** What `rate`, `increase` and `delta` need of a window: its two ends and what fell away in between. */
export interface WindowEdges {
  readonly firstTime: number;
  readonly firstValue: number;
  readonly lastTime: number;
  readonly lastValue: number;
  /** How many samples the window holds, at least two. */
  readonly count: number;
  /** The sum of the values before each reset within the window. */
  readonly lost: number;
}

export interface SeriesHandle {
  readonly labels: Labels;
  /**
   * The edges of the samples of `from <= t <= to`, undefined for fewer than two samples. A source has this where it
   * knows them without making all samples; they must be what `read` would show.
   */
  edges?(from: number, to: number): WindowEdges | undefined;
  /** Samples and stale markers of `from <= t <= to` (milliseconds). May be a view: callers do not write to it. */
  read(from: number, to: number): Samples;
}

/** Where the engine takes its samples from. */
export interface SampleSource {
  select(
    matchers: readonly LabelMatcher[],
    hints: SelectHints,
  ): Iterable<SeriesHandle>;
}

/** Index of the first element that is not less than `value`. */
export function lowerBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first element that is greater than `value`. */
export function upperBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A view on the samples of `from <= t <= to`. */
export function sliceSamples(
  samples: Samples,
  from: number,
  to: number,
): Samples {
  const first = lowerBound(samples.times, from);
  const last = upperBound(samples.times, to);
  return {
    times: samples.times.subarray(first, last),
    values: samples.values.subarray(first, last),
    stale: samples.stale.subarray(
      lowerBound(samples.stale, from),
      upperBound(samples.stale, to),
    ),
  };
}
