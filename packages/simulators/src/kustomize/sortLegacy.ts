import type { Resource } from './Resource';

const first = [
  'Namespace',
  'ResourceQuota',
  'StorageClass',
  'CustomResourceDefinition',
  'ServiceAccount',
  'PodSecurityPolicy',
  'Role',
  'ClusterRole',
  'RoleBinding',
  'ClusterRoleBinding',
  'ConfigMap',
  'Secret',
  'Endpoints',
  'Service',
  'LimitRange',
  'PriorityClass',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'Deployment',
  'StatefulSet',
  'CronJob',
  'PodDisruptionBudget',
];

const last = ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'];

/** Kinds to put first and last, for `sortOptions.legacySortOptions`. */
interface LegacyOrder {
  orderFirst?: string[];
  orderLast?: string[];
}

/** What others need is put first, as `kustomize build` writes its answer unless it is told otherwise. */
export function sortLegacy(
  resources: Resource[],
  { orderFirst = first, orderLast = last }: LegacyOrder = {},
): Resource[] {
  const rank = (kind: string) => {
    const early = orderFirst.indexOf(kind);
    if (early >= 0) {
      return early - orderFirst.length;
    }
    return orderLast.indexOf(kind) + 1;
  };
  const key = (resource: Resource) =>
    [
      resource.group || '~G',
      resource.version || '~V',
      resource.object.kind,
      resource.current.namespace || '~X',
      resource.current.name,
    ].join('_');
  return [...resources].sort(
    (one, other) =>
      rank(one.object.kind) - rank(other.object.kind) ||
      (key(one) < key(other) ? -1 : 1),
  );
}
