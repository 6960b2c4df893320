import type { Cluster } from './Cluster';

/** A kind of object that the API server knows. */
export interface ResourceType {
  group: string;
  version: string;
  kind: string;
  /** As in the path. */
  plural: string;
  singular: string;
  namespaced: boolean;
  shortNames: string[];
}

type Row = [
  plural: string,
  kind: string,
  shortNames?: string,
  scope?: 'cluster',
];

const builtIn: Record<string, Row[]> = {
  v1: [
    ['configmaps', 'ConfigMap', 'cm'],
    ['events', 'Event', 'ev'],
    ['limitranges', 'LimitRange', 'limits'],
    ['namespaces', 'Namespace', 'ns', 'cluster'],
    ['nodes', 'Node', 'no', 'cluster'],
    ['persistentvolumeclaims', 'PersistentVolumeClaim', 'pvc'],
    ['persistentvolumes', 'PersistentVolume', 'pv', 'cluster'],
    ['pods', 'Pod', 'po'],
    ['resourcequotas', 'ResourceQuota', 'quota'],
    ['secrets', 'Secret'],
    ['serviceaccounts', 'ServiceAccount', 'sa'],
    ['services', 'Service', 'svc'],
  ],
  'apps/v1': [
    ['daemonsets', 'DaemonSet', 'ds'],
    ['deployments', 'Deployment', 'deploy'],
    ['replicasets', 'ReplicaSet', 'rs'],
    ['statefulsets', 'StatefulSet', 'sts'],
  ],
  'autoscaling/v2': [
    ['horizontalpodautoscalers', 'HorizontalPodAutoscaler', 'hpa'],
  ],
  'batch/v1': [
    ['cronjobs', 'CronJob', 'cj'],
    ['jobs', 'Job'],
  ],
  'networking.k8s.io/v1': [
    ['ingressclasses', 'IngressClass', '', 'cluster'],
    ['ingresses', 'Ingress', 'ing'],
    ['networkpolicies', 'NetworkPolicy', 'netpol'],
  ],
  'policy/v1': [['poddisruptionbudgets', 'PodDisruptionBudget', 'pdb']],
  'rbac.authorization.k8s.io/v1': [
    ['clusterrolebindings', 'ClusterRoleBinding', '', 'cluster'],
    ['clusterroles', 'ClusterRole', '', 'cluster'],
    ['rolebindings', 'RoleBinding'],
    ['roles', 'Role'],
  ],
  'scheduling.k8s.io/v1': [
    ['priorityclasses', 'PriorityClass', 'pc', 'cluster'],
  ],
  'storage.k8s.io/v1': [['storageclasses', 'StorageClass', 'sc', 'cluster']],
  'apiextensions.k8s.io/v1': [
    ['customresourcedefinitions', 'CustomResourceDefinition', 'crd', 'cluster'],
  ],
};

const builtInTypes: ResourceType[] = Object.entries(builtIn).flatMap(
  ([apiVersion, rows]) =>
    rows.map(([plural, kind, shortNames, scope]) => {
      const [version, group = ''] = apiVersion.split('/').reverse();
      return {
        group,
        version,
        kind,
        plural,
        singular: kind.toLowerCase(),
        namespaced: scope !== 'cluster',
        shortNames: shortNames ? [shortNames] : [],
      };
    }),
);

/** All kinds: those of Kubernetes, and those that the cluster's CustomResourceDefinitions add. */
export function resourceTypes(cluster: Cluster): ResourceType[] {
  const custom = cluster
    .list('apiextensions.k8s.io/v1', 'CustomResourceDefinition')
    .flatMap(({ spec }) =>
      (spec.versions as { name: string; served: boolean }[])
        .filter(({ served }) => served)
        .map(({ name }) => ({
          group: spec.group as string,
          version: name,
          kind: spec.names.kind as string,
          plural: spec.names.plural as string,
          singular: (spec.names.singular ??
            spec.names.kind.toLowerCase()) as string,
          namespaced: spec.scope !== 'Cluster',
          shortNames: (spec.names.shortNames ?? []) as string[],
        })),
    );
  return [...builtInTypes, ...custom];
}

/** The `apiVersion` that objects of a type carry. */
export function apiVersionOf({
  group,
  version,
}: Pick<ResourceType, 'group' | 'version'>): string {
  return group ? `${group}/${version}` : version;
}

/** The type of a kind, or undefined when the cluster does not know it. */
export function findType(
  cluster: Cluster,
  apiVersion: string,
  kind: string,
): ResourceType | undefined {
  return resourceTypes(cluster).find(
    type => type.kind === kind && apiVersionOf(type) === apiVersion,
  );
}
