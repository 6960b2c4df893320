import type { ArgocdApplication } from '@shopstack/plugin-argocd-common';
import { identifyEnvironment } from '@shopstack/plugin-kit-common';
import { toHistory, toInitiator } from './historyMapping';
import { toTroubledResources } from './resourceMapping';
import { toSources } from './sourceMapping';
import type { WireApplication } from './wire';
import { toHealthStatus, toOperationPhase, toSyncStatus } from './words';

/** Enough for the message of a failed sync over many resources. */
const LONGEST_MESSAGE = 2_000;

/** What an application is told from beside its own payload. */
export interface ApplicationPlace {
  instance: string;
  /** Address for people, without a slash at the end. */
  frontendUrl: string;
  /** The service on whose behalf is asked. */
  service?: string;
}

/** One application in the words of the portal; the history is not yet told who wrote what. */
export function toApplication(
  application: WireApplication,
  place: ApplicationPlace,
): ArgocdApplication {
  const { metadata, spec, status } = application;
  const namespace = metadata.namespace ?? 'argocd';
  const sources = toSources(application);
  const identity = identifyEnvironment({
    labels: metadata.labels,
    sourcePath: sources.find(source => source.path)?.path,
    name: metadata.name,
    namespace: spec?.destination?.namespace,
    service: place.service,
  });
  return {
    instance: place.instance,
    name: metadata.name,
    namespace,
    project: spec?.project ?? 'default',
    ...identity,
    sync: {
      status: toSyncStatus(status?.sync?.status),
      revision: status?.sync?.revision || status?.sync?.revisions?.[0],
      revisions: status?.sync?.revisions,
    },
    health: {
      status: toHealthStatus(status?.health?.status),
      message: short(status?.health?.message),
    },
    operation: toOperation(application),
    conditions: (status?.conditions ?? []).map(condition => ({
      type: condition.type,
      message: short(condition.message) ?? '',
      at: condition.lastTransitionTime,
    })),
    images: status?.summary?.images ?? [],
    automated: isAutomated(application),
    source: sources[0] ?? { repoUrl: '', targetRevision: '' },
    sources: sources.length > 1 ? sources : undefined,
    destination: {
      server: spec?.destination?.server,
      name: spec?.destination?.name,
      namespace: spec?.destination?.namespace,
    },
    history: toHistory(status?.history),
    outOfSync: toTroubledResources(status?.resources),
    url: applicationUrl({ namespace, name: metadata.name }, place.frontendUrl),
    reconciledAt: status?.reconciledAt,
  };
}

/** Page of an application in Argo CD. */
export function applicationUrl(
  { namespace, name }: { namespace: string; name: string },
  frontendUrl: string,
): string {
  return `${frontendUrl}/applications/${encodeURIComponent(namespace)}/${encodeURIComponent(name)}`;
}

/** Argo CD syncs by itself where `automated` stands, unless it is switched off. */
export function isAutomated({ spec }: WireApplication): boolean {
  const automated = spec?.syncPolicy?.automated;
  return automated !== undefined && automated.enabled !== false;
}

/** An operation that was asked for and not yet begun has no state of its own: what stands there is the last one's. */
export function toOperation({
  operation,
  status,
}: WireApplication): ArgocdApplication['operation'] {
  const state = status?.operationState;
  const isAsked = operation !== undefined && (!state || state.finishedAt);
  if (state && !isAsked) {
    return {
      phase: toOperationPhase(state.phase),
      message: short(state.message),
      startedAt: state.startedAt,
      finishedAt: state.finishedAt,
      initiatedBy: toInitiator(state.operation?.initiatedBy),
      retryCount: state.retryCount || undefined,
    };
  }
  return isAsked ? { phase: 'Running' } : undefined;
}

function short(message: string | undefined): string | undefined {
  return message?.slice(0, LONGEST_MESSAGE) || undefined;
}
