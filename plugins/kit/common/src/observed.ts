/**
 * How much a source can be believed right now.
 *
 * - `ok`: it answered within its maximum age.
 * - `stale`: it fails or is slow; the items are its last good answer.
 * - `unavailable`: it fails and there is no earlier answer. Its items are missing, not zero.
 */
export type SourceState = 'ok' | 'stale' | 'unavailable';

/** What one upstream contributed to an answer. Times are ISO strings. */
export interface SourceStatus {
  /** The upstream in kebab case, for example `amazon-ecr` or `argo-cd`. */
  source: string;
  /** Which of several: the name of the Argo CD instance, the repository, the project. */
  instance?: string;
  state: SourceState;
  /** When it last answered well. */
  asOf?: string;
  /** Since when it fails. */
  since?: string;
  /** Why it fails, for a person to read. Never holds a secret or a raw answer of the upstream. */
  reason?: string;
  /** Opaque name under which a signal on `OBSERVED_CHANNEL` announces that there is something new to read. */
  topic?: string;
}

/** Channel of the signals that say what changed. They never carry data: every socket hears them. */
export const OBSERVED_CHANNEL = 'shopstack:observed';

/** Message on `OBSERVED_CHANNEL`: read again what has one of these topics. */
export type ObservedSignal = { topics: string[] };

/**
 * Items together with what is known of their sources. An outage never looks like an empty list, because `sources`
 * says which of them did not answer.
 */
export interface Observed<T> {
  items: T[];
  sources: SourceStatus[];
}

/** One page of a longer list. */
export interface ObservedPage<T> extends Observed<T> {
  /** How many there are in all that fit the question. */
  total: number;
}

/** Joins several observations: the items in order, and the states of all sources. */
export function mergeObserved<T>(observations: Observed<T>[]): Observed<T> {
  return {
    items: observations.flatMap(observation => observation.items),
    sources: observations.flatMap(observation => observation.sources),
  };
}

/** True when every source answered within its maximum age. */
export function isComplete(observed: { sources: SourceStatus[] }): boolean {
  return observed.sources.every(source => source.state === 'ok');
}

/** The sources that did not answer within their maximum age. */
export function troubledSources(sources: SourceStatus[]): SourceStatus[] {
  return sources.filter(source => source.state !== 'ok');
}
