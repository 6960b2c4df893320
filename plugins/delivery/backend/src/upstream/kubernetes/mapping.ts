import { identifyEnvironment } from '@shopstack/plugin-kit-common';
import type { Workload } from '../../join/Workload';
import {
  podSchema,
  workloadSchema,
  type WireObjects,
  type WirePod,
  type WireWorkload,
} from './wire';

const WORKLOAD_TYPES = new Set(['deployments', 'statefulsets']);

function parseAll<T>(
  objects: WireObjects,
  types: (type: string) => boolean,
  parse: (value: unknown) => T | undefined,
): T[] {
  return objects.items
    .flatMap(item => item.resources)
    .filter(({ type }) => types(type))
    .flatMap(({ resources }) => resources)
    .map(parse)
    .filter((value): value is T => value !== undefined);
}

/** `sha256:…` of an image id such as `docker-pullable://registry/name@sha256:…`. */
export function digestOf(imageId: string | undefined): string | undefined {
  return /sha256:[0-9a-f]{64}/.exec(imageId ?? '')?.[0];
}

const isReady = (pod: WirePod) =>
  !pod.metadata.deletionTimestamp &&
  Boolean(pod.status?.containerStatuses?.length) &&
  pod.status!.containerStatuses!.every(status => status.ready);

const newestFirst = (a: WirePod, b: WirePod) =>
  (b.metadata.creationTimestamp ?? '').localeCompare(
    a.metadata.creationTimestamp ?? '',
  );

function identityOf(
  object: WirePod | WireWorkload,
  service: string,
): ReturnType<typeof identifyEnvironment> {
  const { labels, name, namespace } = object.metadata;
  return identifyEnvironment({ labels, name, namespace, service });
}

/** Objects of the Kubernetes backend to one workload per environment. An object that cannot be read is left out. */
export function toWorkloads(objects: WireObjects, service: string): Workload[] {
  const workloads = parseAll(
    objects,
    type => WORKLOAD_TYPES.has(type),
    value => workloadSchema.safeParse(value).data,
  );
  const pods = parseAll(
    objects,
    type => type === 'pods',
    value => podSchema.safeParse(value).data,
  );
  const found = new Map<string, Workload>();
  for (const workload of workloads) {
    const identity = identityOf(workload, service);
    if (identity) {
      const before = found.get(identity.environment);
      found.set(identity.environment, {
        ...identity,
        desired: (before?.desired ?? 0) + (workload.spec.replicas ?? 1),
        ready: (before?.ready ?? 0) + (workload.status?.readyReplicas ?? 0),
        restarts: 0,
        image:
          before?.image ?? workload.spec.template?.spec.containers?.[0]?.image,
      });
    }
  }
  for (const pod of pods.sort(newestFirst)) {
    const environment = identityOf(pod, service)?.environment;
    const workload = environment && found.get(environment);
    if (workload) {
      for (const status of pod.status?.containerStatuses ?? []) {
        workload.restarts += status.restartCount ?? 0;
        if (isReady(pod)) {
          workload.runningDigest ??= digestOf(status.imageID);
        }
      }
    }
  }
  return [...found.values()];
}
