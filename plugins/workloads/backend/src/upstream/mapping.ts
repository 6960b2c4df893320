import { identifyEnvironment } from '@shopstack/plugin-kit-common';
import type { Workload } from '@shopstack/plugin-workloads-common';
import type { ClusterObjects } from './ClusterObjects';
import { toAutoscaler } from './mapAutoscaler';
import { eventsBySubject, type Subject } from './mapEvents';
import { toImages } from './mapImages';
import { isReady, newestFirst, troubleOf } from './mapPods';
import { groupByOwner } from './owners';
import type { WireController, WireMetadata, WirePod } from './wire';

export interface MappingContext {
  cluster: string;
  /** The service on whose behalf objects were selected; absent where their labels have to say it. */
  service?: string;
}

/** What a cluster holds of services. */
export interface MappedWorkloads {
  workloads: Workload[];
  /** Objects of a service of which nothing tells the environment: `namespace/name`. */
  homeless: string[];
}

/** The objects of one cluster as workloads, by namespace and name. Pure. */
export function toWorkloads(
  objects: ClusterObjects,
  context: MappingContext,
): MappedWorkloads {
  const podsOf = groupByOwner(objects.pods);
  const eventsOf = eventsBySubject(objects.events);
  const autoscalers = objects.autoscalers;
  const homeless: string[] = [];
  const workloads = objects.controllers.flatMap(({ kind, object }) => {
    const { name, namespace = '' } = object.metadata;
    const identity = identify(object.metadata, context);
    if (!identity) {
      homeless.push(`${namespace}/${name}`);
      return [];
    }
    const pods = (podsOf.get(`${namespace}/${kind}/${name}`) ?? []).sort(
      newestFirst,
    );
    const autoscaler = autoscalers.find(
      ({ metadata, spec: { scaleTargetRef } }) =>
        metadata.namespace === namespace &&
        scaleTargetRef.kind === kind &&
        scaleTargetRef.name === name,
    );
    const subjects: Subject[] = [
      { kind, name },
      ...pods.map(pod => ({ kind: 'Pod', name: pod.metadata.name })),
      ...(autoscaler
        ? [{ kind: 'HorizontalPodAutoscaler', name: autoscaler.metadata.name }]
        : []),
    ];
    return [
      {
        cluster: context.cluster,
        namespace,
        kind,
        name,
        ...identity,
        ...replicasOf(kind, object, pods),
        restarts: restartsOf(pods),
        trouble: troubleOf(object, pods),
        images: toImages(object, pods),
        autoscaler: autoscaler && toAutoscaler(autoscaler),
        events: eventsOf(namespace, subjects),
      } satisfies Workload,
    ];
  });
  return { workloads: workloads.sort(byPlace), homeless };
}

/** The name of the cluster says it last: many keep one cluster for each environment. */
function identify(
  { labels, name, namespace }: WireMetadata,
  { cluster, service }: MappingContext,
) {
  return (
    identifyEnvironment({ labels, name, namespace, service }) ??
    identifyEnvironment({ labels, name: cluster, namespace: cluster, service })
  );
}

function replicasOf(
  kind: string,
  { spec, status }: WireController,
  pods: WirePod[],
): Pick<Workload, 'desired' | 'ready'> {
  return kind === 'DaemonSet'
    ? {
        desired: status?.desiredNumberScheduled ?? pods.length,
        ready: status?.numberReady ?? 0,
      }
    : {
        desired: spec?.replicas ?? 1,
        ready: status?.readyReplicas ?? pods.filter(isReady).length,
      };
}

function restartsOf(pods: WirePod[]): number {
  return pods
    .flatMap(pod => pod.status?.containerStatuses ?? [])
    .reduce((sum, { restartCount }) => sum + (restartCount ?? 0), 0);
}

function byPlace(a: Workload, b: Workload): number {
  return (
    a.namespace.localeCompare(b.namespace, 'en') ||
    a.name.localeCompare(b.name, 'en') ||
    a.kind.localeCompare(b.kind, 'en')
  );
}
