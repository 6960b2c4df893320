import type { Manifest } from '../../kustomize/manifest';
import type { Cluster } from '../Cluster';
import { fraction, hash, safeName } from '../hash';

/** What a controller makes pods from. */
export interface PodTemplate {
  metadata?: {
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
  spec: any;
}

/** The hash that tells the pods of one template from those of another. */
export function templateHash(template: PodTemplate): string {
  return safeName(canonical(template), 10);
}

/** A reference that makes `owner` the controller of what carries it. */
export function controllerReference(owner: Manifest): any {
  return {
    apiVersion: owner.apiVersion,
    kind: owner.kind,
    name: owner.metadata.name,
    uid: owner.metadata.uid!,
    controller: true,
    blockOwnerDeletion: true,
  };
}

/** A pod as the scheduler leaves it to the kubelet: on a node, pending. */
export function podFromTemplate(
  cluster: Cluster,
  owner: Manifest,
  template: PodTemplate,
  pod: { name: string; labels?: Record<string, string>; node?: string },
): Manifest {
  const nodes = cluster.list('v1', 'Node').map(({ metadata }) => metadata.name);
  const spec = structuredClone(template.spec);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: pod.name,
      namespace: owner.metadata.namespace,
      labels: { ...template.metadata?.labels, ...pod.labels },
      ...(template.metadata?.annotations && {
        annotations: template.metadata.annotations,
      }),
      ownerReferences: [controllerReference(owner)],
    },
    spec: {
      restartPolicy: 'Always',
      terminationGracePeriodSeconds: 30,
      dnsPolicy: 'ClusterFirst',
      serviceAccountName: 'default',
      schedulerName: 'default-scheduler',
      ...spec,
      nodeName:
        pod.node ??
        nodes[
          Math.floor(
            fraction(`${owner.metadata.uid}/${pod.name}`) * nodes.length,
          )
        ],
    },
    status: { phase: 'Pending', qosClass: qualityOfService(spec) },
  };
}

function qualityOfService(spec: any): string {
  const resources = (spec.containers ?? []).map(
    (container: any) => container.resources ?? {},
  );
  if (resources.every((each: any) => !each.requests && !each.limits)) {
    return 'BestEffort';
  }
  const guaranteed = resources.every(
    ({ limits, requests = limits }: any) =>
      limits?.cpu !== undefined &&
      limits?.memory !== undefined &&
      limits.cpu === requests.cpu &&
      limits.memory === requests.memory,
  );
  return guaranteed ? 'Guaranteed' : 'Burstable';
}

/** A name for the next pod of an owner; the counter keeps it from coming twice. */
export function generatedName(cluster: Cluster, owner: Manifest): string {
  const number = cluster.world.store.next('generated-name');
  return `${owner.metadata.name}-${safeName(hash(`${owner.metadata.uid}/${number}`), 5)}`;
}

function canonical(value: any): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join(',')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.keys(value)
      .sort()
      .map(key => `${JSON.stringify(key)}:${canonical(value[key])}`);
    return `{${fields.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
