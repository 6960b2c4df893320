import { Labels, labelsOf } from './labels';
import { LabelMatcher, matchesAll } from './matcher';
import { SampleSource, Samples, SeriesHandle, sliceSamples } from './source';

/** A source that holds all samples of its series, for few series. */
export class MemorySource implements SampleSource {
  readonly #series: { labels: Labels; samples: Samples }[] = [];

  /** Adds a series; samples are `[milliseconds, value]` in order of time, value `'stale'` for a stale marker. */
  add(
    labels: Record<string, string>,
    samples: Iterable<readonly [number, number | 'stale']>,
  ): this {
    const times: number[] = [];
    const values: number[] = [];
    const stale: number[] = [];
    for (const [time, value] of samples) {
      if (value === 'stale') {
        stale.push(time);
      } else {
        times.push(time);
        values.push(value);
      }
    }
    this.#series.push({
      labels: labelsOf(labels),
      samples: {
        times: Float64Array.from(times),
        values: Float64Array.from(values),
        stale: Float64Array.from(stale),
      },
    });
    return this;
  }

  select(matchers: readonly LabelMatcher[]): SeriesHandle[] {
    return this.#series
      .filter(({ labels }) => matchesAll(labels, matchers))
      .map(({ labels, samples }) => ({
        labels,
        read: (from, to) => sliceSamples(samples, from, to),
      }));
  }
}
