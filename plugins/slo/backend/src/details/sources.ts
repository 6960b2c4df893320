import { type Observed, SOURCE_NAMES } from '@shopstack/plugin-kit-common';

/** As it stands in `SourceStatus.source`. */
export const PROMETHEUS_SOURCE = SOURCE_NAMES.prometheus;

/** The answer for an objective of a Prometheus that nobody configured any more. */
export function unknownInstance<T>(instance: string): Observed<T> {
  return {
    items: [],
    sources: [
      {
        source: PROMETHEUS_SOURCE,
        instance,
        state: 'unavailable',
        reason: 'No such Prometheus is configured',
      },
    ],
  };
}
