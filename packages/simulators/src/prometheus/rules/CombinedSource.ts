import {
  LabelMatcher,
  SampleSource,
  SelectHints,
  SeriesHandle,
} from '../promql';

/** Several sources as one; no series is in two of them. */
export class CombinedSource implements SampleSource {
  readonly #sources: readonly SampleSource[];

  constructor(...sources: readonly SampleSource[]) {
    this.#sources = sources;
  }

  *select(
    matchers: readonly LabelMatcher[],
    hints: SelectHints,
  ): Generator<SeriesHandle> {
    for (const source of this.#sources) yield* source.select(matchers, hints);
  }
}
