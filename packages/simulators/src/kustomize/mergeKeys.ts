import { groupVersion } from './manifest';

/** How a list is merged by a strategic merge patch: elements by key, scalars as a set, or the whole list replaced. */
type ListStrategy =
  | { type: 'byKeys'; keys: readonly string[] }
  | { type: 'set' }
  | { type: 'replace' };

const container: Record<string, readonly string[]> = {
  env: ['name'],
  ports: ['containerPort', 'protocol'],
  volumeMounts: ['mountPath'],
  volumeDevices: ['devicePath'],
  'resources.claims': ['name'],
};

const containerLists = ['containers', 'initContainers', 'ephemeralContainers'];

const podSpec: Record<string, readonly string[]> = {
  volumes: ['name'],
  imagePullSecrets: ['name'],
  hostAliases: ['ip'],
  topologySpreadConstraints: ['topologyKey', 'whenUnsatisfiable'],
  resourceClaims: ['name'],
  schedulingGates: ['name'],
  ...Object.fromEntries(containerLists.map(list => [list, ['name']])),
  ...Object.fromEntries(
    containerLists.flatMap(list =>
      Object.entries(container).map(([field, keys]) => [
        `${list}.${field}`,
        keys,
      ]),
    ),
  ),
};

/** Where the pod spec lies in a kind that has one. */
const podSpecPaths: Record<string, string> = {
  Pod: 'spec.',
  PodTemplate: 'template.spec.',
  CronJob: 'spec.jobTemplate.spec.template.spec.',
  DaemonSet: 'spec.template.spec.',
  Deployment: 'spec.template.spec.',
  Job: 'spec.template.spec.',
  ReplicaSet: 'spec.template.spec.',
  ReplicationController: 'spec.template.spec.',
  StatefulSet: 'spec.template.spec.',
};

const otherLists: Record<string, readonly string[]> = {
  'Service:spec.ports': ['port', 'protocol'],
  'ServiceAccount:secrets': ['name'],
};

/**
 * The strategy for the list at `path` (field names joined by dots, without list positions) of a kind.
 * Kinds that Kubernetes does not ship have no strategy: their lists are replaced.
 */
export function listStrategy(
  apiVersion: string,
  kind: string,
  path: string,
): ListStrategy {
  if (!isBuiltIn(apiVersion)) {
    return { type: 'replace' };
  }
  if (path === 'metadata.finalizers') {
    return { type: 'set' };
  }
  if (path === 'metadata.ownerReferences') {
    return { type: 'byKeys', keys: ['uid'] };
  }
  const other = otherLists[`${kind}:${path}`];
  if (other) {
    return { type: 'byKeys', keys: other };
  }
  const prefix = podSpecPaths[kind];
  const keys =
    prefix && path.startsWith(prefix)
      ? podSpec[path.slice(prefix.length)]
      : undefined;
  return keys ? { type: 'byKeys', keys } : { type: 'replace' };
}

/** Groups of Kubernetes itself are the core group, names without a dot, and those below `k8s.io`. */
function isBuiltIn(apiVersion: string): boolean {
  const { group } = groupVersion(apiVersion);
  return !group.includes('.') || group.endsWith('.k8s.io');
}
