import {
  type Observed,
  SOURCE_NAMES,
  type SourceStatus,
} from '@shopstack/plugin-kit-common';

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

/** More of them repeat what the first say. */
const MOST_WARNINGS = 5;

/** The state of a source whose answer came with warnings: it is not the whole. */
export function withWarnings(
  status: SourceStatus,
  warnings: readonly string[],
): SourceStatus {
  if (status.state !== 'ok' || warnings.length === 0) return status;
  const told = [...new Set(warnings)].slice(0, MOST_WARNINGS).join('; ');
  return {
    ...status,
    state: 'stale',
    reason: `A part may be missing, Prometheus warns: ${told}`,
  };
}
