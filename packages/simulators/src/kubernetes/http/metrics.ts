import { Router } from 'express';
import type { Manifest } from '../../kustomize/manifest';
import type { Cluster } from '../Cluster';
import { timestamp } from '../identity';
import { isReady } from '../controllers/podState';
import { cpuUsage, memoryUsage } from '../podUsage';
import type { ResourceType } from '../resourceTypes';
import { selectionOf } from './selection';
import { StatusError } from './status';

const apiVersion = 'metrics.k8s.io/v1beta1';

/** Kinds that the metrics server adds; they are measured, not stored. */
export const metricsTypes: ResourceType[] = [
  {
    group: 'metrics.k8s.io',
    version: 'v1beta1',
    kind: 'PodMetrics',
    plural: 'pods',
    singular: '',
    namespaced: true,
    shortNames: [],
  },
  {
    group: 'metrics.k8s.io',
    version: 'v1beta1',
    kind: 'NodeMetrics',
    plural: 'nodes',
    singular: '',
    namespaced: false,
    shortNames: [],
  },
];

/** How much pods and nodes use: a share of what they request that changes from minute to minute. */
export function metricsRouter(cluster: Cluster): Router {
  const router = Router();
  const sendPods = (
    namespace: string | undefined,
    matches: (object: Manifest) => boolean,
  ) => ({
    kind: 'PodMetricsList',
    apiVersion,
    metadata: {},
    items: measuredPods(cluster, namespace)
      .filter(matches)
      .map(pod => podMetrics(cluster, pod)),
  });
  router.get('/pods', (request, response) => {
    response.json(sendPods(undefined, selectionOf(request, 'PodMetrics')));
  });
  router.get('/namespaces/:namespace/pods', (request, response) => {
    response.json(
      sendPods(request.params.namespace, selectionOf(request, 'PodMetrics')),
    );
  });
  router.get('/namespaces/:namespace/pods/:name', (request, response) => {
    const { namespace, name } = request.params;
    const pod = measuredPods(cluster, namespace).find(
      ({ metadata }) => metadata.name === name,
    );
    if (!pod) {
      throw new StatusError(
        404,
        'NotFound',
        `podmetrics.metrics.k8s.io "${namespace}/${name}" not found`,
      );
    }
    response.json(podMetrics(cluster, pod));
  });
  router.get('/nodes', (request, response) => {
    response.json({
      kind: 'NodeMetricsList',
      apiVersion,
      metadata: {},
      items: cluster
        .list('v1', 'Node')
        .filter(selectionOf(request, 'NodeMetrics'))
        .map(node => nodeMetrics(cluster, node)),
    });
  });
  return router;
}

function measuredPods(cluster: Cluster, namespace?: string): Manifest[] {
  return cluster.list('v1', 'Pod', namespace).filter(isReady);
}

function podMetrics(cluster: Cluster, pod: Manifest): object {
  const time = cluster.now();
  return {
    kind: 'PodMetrics',
    apiVersion,
    metadata: {
      name: pod.metadata.name,
      namespace: pod.metadata.namespace,
      labels: pod.metadata.labels,
      creationTimestamp: timestamp(time),
    },
    timestamp: timestamp(time),
    window: '15s',
    containers: pod.spec.containers.map((container: any) => ({
      name: container.name,
      usage: usage(
        cpuUsage(pod, container, time).used,
        memoryUsage(pod, container, time).used,
      ),
    })),
  };
}

function nodeMetrics(cluster: Cluster, node: Manifest): object {
  const time = cluster.now();
  const containers = measuredPods(cluster)
    .filter(pod => pod.spec.nodeName === node.metadata.name)
    .flatMap(pod =>
      pod.spec.containers.map((container: any) => ({ pod, container })),
    );
  const total = (measure: typeof cpuUsage) =>
    containers.reduce(
      (sum, { pod, container }) => sum + measure(pod, container, time).used,
      0,
    );
  // What the node itself needs comes on top: 200 millicores, 900 MiB.
  const own = { cpu: 200, memory: 900 * 1024 * 1024 };
  return {
    kind: 'NodeMetrics',
    apiVersion,
    metadata: { name: node.metadata.name, creationTimestamp: timestamp(time) },
    timestamp: timestamp(time),
    window: '15s',
    usage: usage(own.cpu + total(cpuUsage), own.memory + total(memoryUsage)),
  };
}

function usage(millicores: number, bytes: number): object {
  return {
    cpu: `${millicores * 1_000_000}n`,
    memory: `${Math.round(bytes / 1024)}Ki`,
  };
}
