import { identifyEnvironment } from '@shopstack/plugin-kit-common';
import type { FleetApplication } from '../store/FleetApplication';
import { toOperation } from './mapping';
import { toSources } from './sourceMapping';
import type { WireApplication } from './wire';
import { toHealthStatus, toSyncStatus } from './words';

/**
 * The fields that the fleet needs, of those that Argo CD lets a list be narrowed to
 * (pkg/apiclient/application/forwarder_overwrite.go). Older versions leave out `status.sync.revision`.
 */
export const APPLICATION_FIELDS = [
  'metadata.name',
  'metadata.namespace',
  'metadata.labels',
  'spec.destination',
  'spec.project',
  'spec.source',
  'spec.sources',
  'spec.sourceHydrator',
  'status.sync.status',
  'status.sync.revision',
  'status.health',
  'status.operationState.phase',
  'status.operationState.startedAt',
  'status.operationState.finishedAt',
  'operation.sync',
];

const OWN_CLUSTER = 'https://kubernetes.default.svc';

/** An application of a narrowed list or of the stream. */
export function toFleetApplication(
  application: WireApplication,
  instance: string,
): FleetApplication {
  const { metadata, spec, status } = application;
  const operation = toOperation(application);
  const destination = spec?.destination;
  const identity = identifyEnvironment({
    labels: metadata.labels,
    sourcePath: toSources(application).find(source => source.path)?.path,
    name: metadata.name,
    namespace: destination?.namespace,
  });
  return {
    instance,
    namespace: metadata.namespace ?? 'argocd',
    name: metadata.name,
    project: spec?.project ?? 'default',
    labels: metadata.labels ?? {},
    service: identity?.service,
    environment: identity?.environment,
    sync: toSyncStatus(status?.sync?.status),
    revision: status?.sync?.revision,
    health: toHealthStatus(status?.health?.status),
    operation: operation?.phase,
    finishedAt: operation?.finishedAt,
    destination: destination && toDestination(destination),
  };
}

function toDestination({
  server,
  name,
  namespace,
}: {
  server?: string;
  name?: string;
  namespace?: string;
}): string | undefined {
  const cluster = name ?? (server === OWN_CLUSTER ? 'in-cluster' : server);
  return [cluster, namespace].filter(Boolean).join('/') || undefined;
}
