import type { Manifest } from '../kustomize/manifest';
import type { Cluster } from './Cluster';

const nodes = ['ip-10-0-1-21', 'ip-10-0-2-22', 'ip-10-0-3-23'];

const namespaces = ['default', 'kube-system', 'kube-public', 'argocd'];

/** The add-ons the cluster comes with: Argo CD and the Prometheus operator. */
const customResources: [
  group: string,
  version: string,
  plural: string,
  kind: string,
  shortName?: string,
][] = [
  ['argoproj.io', 'v1alpha1', 'applications', 'Application', 'app'],
  ['argoproj.io', 'v1alpha1', 'applicationsets', 'ApplicationSet', 'appset'],
  ['argoproj.io', 'v1alpha1', 'appprojects', 'AppProject', 'appproj'],
  [
    'monitoring.coreos.com',
    'v1',
    'prometheusrules',
    'PrometheusRule',
    'promrule',
  ],
  ['monitoring.coreos.com', 'v1', 'servicemonitors', 'ServiceMonitor', 'smon'],
  ['monitoring.coreos.com', 'v1', 'podmonitors', 'PodMonitor', 'pmon'],
];

/** Puts nodes, namespaces and the kinds of the add-ons into a cluster that has none yet. */
export function seedCluster(cluster: Cluster): void {
  if (cluster.list('v1', 'Node').length > 0) {
    return;
  }
  cluster.batch(() => {
    nodes.forEach((name, index) => cluster.create(node(name, index)));
    namespaces.forEach(name => ensureNamespace(cluster, name));
    customResources.forEach(row => cluster.create(definition(...row)));
  });
}

/** Makes a namespace unless it is there. */
export function ensureNamespace(cluster: Cluster, name: string): void {
  if (!cluster.get({ apiVersion: 'v1', kind: 'Namespace', name })) {
    cluster.create({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
      spec: { finalizers: ['kubernetes'] },
      status: { phase: 'Active' },
    });
  }
}

function node(name: string, index: number): Manifest {
  const zone = `us-east-1${'abc'[index]}`;
  const address = name.slice('ip-'.length).replaceAll('-', '.');
  const resources = { cpu: '4', memory: '16145160Ki', pods: '110' };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: {
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'node.kubernetes.io/instance-type': 'm6i.xlarge',
        'topology.kubernetes.io/region': 'us-east-1',
        'topology.kubernetes.io/zone': zone,
      },
    },
    spec: { providerID: `aws:///${zone}/i-0${index}f3b5c7d9e1a2b4c` },
    status: {
      addresses: [
        { type: 'InternalIP', address },
        { type: 'Hostname', address: name },
      ],
      capacity: resources,
      allocatable: resources,
      conditions: [
        {
          type: 'Ready',
          status: 'True',
          reason: 'KubeletReady',
          message: 'kubelet is posting ready status',
        },
      ],
      nodeInfo: {
        kubeletVersion: 'v1.32.4',
        containerRuntimeVersion: 'containerd://1.7.27',
        operatingSystem: 'linux',
        architecture: 'amd64',
        osImage: 'Talos (v1.9.5)',
        kernelVersion: '6.12.18-talos',
      },
    },
  };
}

function definition(
  group: string,
  version: string,
  plural: string,
  kind: string,
  shortName?: string,
): Manifest {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      names: {
        plural,
        singular: kind.toLowerCase(),
        kind,
        listKind: `${kind}List`,
        shortNames: shortName ? [shortName] : [],
      },
      scope: 'Namespaced',
      versions: [{ name: version, served: true, storage: true }],
    },
    status: {
      conditions: [
        { type: 'NamesAccepted', status: 'True', reason: 'NoConflicts' },
        { type: 'Established', status: 'True', reason: 'InitialNamesAccepted' },
      ],
    },
  };
}
