import { SOURCE_NAMES, type SourceStatus } from '@shopstack/plugin-kit-common';

/** A Prometheus that cannot be asked at all. */
export function unavailablePrometheus(
  instance: string | undefined,
  reason: string,
): SourceStatus {
  return {
    source: SOURCE_NAMES.prometheus,
    ...(instance !== undefined && { instance }),
    state: 'unavailable',
    reason,
  };
}
