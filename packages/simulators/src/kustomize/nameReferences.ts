import type { FieldSpec } from './fieldSpec';

/** Places in objects that hold the name of an object of some kinds. */
export interface NameReference {
  /** Kinds that are named. */
  targets: { kind: string; group?: string }[];
  spec: FieldSpec;
  /** The namespace stands beside the name. */
  namespaced?: boolean;
  /** The kind stands beside the name, and only that kind is meant. */
  kindBeside?: boolean;
}

const podSpecs: FieldSpec[] = [
  { kind: 'Pod', path: 'spec' },
  { kind: 'CronJob', path: 'spec/jobTemplate/spec/template/spec' },
  ...[
    'DaemonSet',
    'Deployment',
    'Job',
    'ReplicaSet',
    'ReplicationController',
    'StatefulSet',
  ].map(kind => ({ kind, path: 'spec/template/spec' })),
];

const containers = ['containers', 'initContainers'];

const ofPods: [string, string[]][] = [
  [
    'ConfigMap',
    [
      'volumes/configMap/name',
      'volumes/projected/sources/configMap/name',
      ...containers.flatMap(list => [
        `${list}/env/valueFrom/configMapKeyRef/name`,
        `${list}/envFrom/configMapRef/name`,
      ]),
    ],
  ],
  [
    'Secret',
    [
      'volumes/secret/secretName',
      'volumes/projected/sources/secret/name',
      'imagePullSecrets/name',
      ...containers.flatMap(list => [
        `${list}/env/valueFrom/secretKeyRef/name`,
        `${list}/envFrom/secretRef/name`,
      ]),
    ],
  ],
  ['ServiceAccount', ['serviceAccountName']],
  ['PersistentVolumeClaim', ['volumes/persistentVolumeClaim/claimName']],
  ['PriorityClass', ['priorityClassName']],
];

const fromPods: NameReference[] = ofPods.flatMap(([kind, paths]) =>
  paths.flatMap(path =>
    podSpecs.map(spec => ({
      targets: [{ kind }],
      spec: { ...spec, path: `${spec.path}/${path}` },
    })),
  ),
);

function reference(
  target: string | string[],
  kind: string,
  path: string,
  options: Pick<NameReference, 'namespaced' | 'kindBeside'> = {},
): NameReference {
  return {
    targets: [target].flat().map(name => ({ kind: name })),
    spec: { kind, path },
    ...options,
  };
}

/** All references that are rewritten when a name changes. */
export const nameReferences: readonly NameReference[] = [
  ...fromPods,
  reference('Secret', 'ServiceAccount', 'imagePullSecrets/name'),
  reference('Secret', 'ServiceAccount', 'secrets/name'),
  reference('Secret', 'Ingress', 'spec/tls/secretName'),
  reference('Service', 'StatefulSet', 'spec/serviceName'),
  reference('Service', 'Ingress', 'spec/rules/http/paths/backend/service/name'),
  reference('Service', 'Ingress', 'spec/rules/http/paths/backend/serviceName'),
  reference('Service', 'Ingress', 'spec/defaultBackend/service/name'),
  reference('IngressClass', 'Ingress', 'spec/ingressClassName'),
  reference(
    ['Deployment', 'ReplicaSet', 'ReplicationController', 'StatefulSet'],
    'HorizontalPodAutoscaler',
    'spec/scaleTargetRef/name',
  ),
  reference('ServiceAccount', 'RoleBinding', 'subjects', { namespaced: true }),
  reference('ServiceAccount', 'ClusterRoleBinding', 'subjects', {
    namespaced: true,
  }),
  ...['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'].map(
    kind =>
      reference('Service', kind, 'webhooks/clientConfig/service', {
        namespaced: true,
      }),
  ),
  reference('Service', 'APIService', 'spec/service', { namespaced: true }),
  reference(['Role', 'ClusterRole'], 'RoleBinding', 'roleRef/name', {
    kindBeside: true,
  }),
  reference('ClusterRole', 'ClusterRoleBinding', 'roleRef/name', {
    kindBeside: true,
  }),
  reference('PersistentVolume', 'PersistentVolumeClaim', 'spec/volumeName'),
  ...['PersistentVolume', 'PersistentVolumeClaim'].map(kind =>
    reference('StorageClass', kind, 'spec/storageClassName'),
  ),
  reference(
    'StorageClass',
    'StatefulSet',
    'spec/volumeClaimTemplates/spec/storageClassName',
  ),
];
