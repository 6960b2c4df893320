import { SOURCE_NAMES, type SourceStatus } from '@shopstack/plugin-kit-common';
import type { ClusterReading } from '../store/WorkloadStore';

/** A cluster of which nothing was heard for so long is not `ok`, even if nobody noted a fault: the runner may be gone. */
const SILENT_MS = 90_000;

/** How far the workloads of a cluster can be believed, from what the collector noted. */
export function clusterStatus(
  cluster: string,
  reading: ClusterReading | undefined,
  topic: string,
  now: Date,
): SourceStatus {
  const base = { source: SOURCE_NAMES.kubernetes, instance: cluster, topic };
  if (!reading) {
    return {
      ...base,
      state: 'unavailable',
      reason: 'The portal has not read it yet; it does so within a minute',
    };
  }
  const { goodAt, failingSince, reason } = reading;
  const asOf = goodAt && { asOf: goodAt.toISOString() };
  if (failingSince) {
    return {
      ...base,
      state: goodAt ? 'stale' : 'unavailable',
      ...asOf,
      since: failingSince.toISOString(),
      reason,
    };
  }
  if (goodAt && now.getTime() - goodAt.getTime() > SILENT_MS) {
    return {
      ...base,
      state: 'stale',
      ...asOf,
      since: goodAt.toISOString(),
      reason: 'No replica of the portal follows it at the moment',
    };
  }
  return { ...base, state: 'ok', ...asOf };
}
