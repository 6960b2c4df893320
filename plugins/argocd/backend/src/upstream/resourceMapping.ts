import type { ArgocdResource } from '@shopstack/plugin-argocd-common';
import type { RolloutId } from '../service/KeptApplication';
import type { WireApplication, WireResource } from './wire';
import { toHealthStatus, toSyncStatus } from './words';

/** The resources that are not as git says, or not healthy. Hooks and ignored resources have no sync status of their own. */
export function toTroubledResources(
  resources: (WireResource | undefined)[] | undefined,
): ArgocdResource[] {
  return (resources ?? []).flatMap(resource => {
    if (!resource) {
      return [];
    }
    const health = resource.health?.status;
    const outOfSync =
      resource.status !== undefined && resource.status !== 'Synced';
    const unhealthy = health === 'Degraded' || health === 'Missing';
    return outOfSync || unhealthy
      ? [
          {
            group: resource.group,
            kind: resource.kind,
            namespace: resource.namespace,
            name: resource.name,
            status: toSyncStatus(resource.status),
            health: health === undefined ? undefined : toHealthStatus(health),
            message: resource.health?.message,
          },
        ]
      : [];
  });
}

/** API group of Argo Rollouts. */
export const ROLLOUT_GROUP = 'argoproj.io';

/** The Rollouts among the resources of an application; those that are not in the cluster yet have no progress. */
export function findRollouts({ spec, status }: WireApplication): RolloutId[] {
  return (status?.resources ?? []).flatMap(resource => {
    const namespace = resource?.namespace ?? spec?.destination?.namespace;
    return resource?.group === ROLLOUT_GROUP &&
      resource.kind === 'Rollout' &&
      resource.health?.status !== 'Missing' &&
      namespace
      ? [
          {
            namespace,
            name: resource.name,
            version: resource.version ?? 'v1alpha1',
          },
        ]
      : [];
  });
}
