import type { Manifest } from '../../kustomize/manifest';
import type { Cluster } from '../Cluster';
import { fraction, hash } from '../hash';
import { resolveImage } from '../resolveImage';
import { withCondition } from './podState';

/** The conditions of a pod that is on a node, ready or not. */
export function conditions(
  pod: Manifest,
  time: string,
  { scheduled, ready }: { scheduled: boolean; ready: boolean },
): any[] {
  const notReady = {
    reason: 'ContainersNotReady',
    message: `containers with unready status: [${pod.spec.containers.map(({ name }: any) => name).join(' ')}]`,
  };
  const states: [string, boolean][] = [
    ['PodScheduled', scheduled],
    ['Initialized', scheduled],
    ['ContainersReady', ready],
    ['Ready', ready],
  ];
  return states.reduce(
    (list, [type, holds]) =>
      withCondition(
        list,
        {
          type,
          status: holds ? 'True' : 'False',
          ...(!holds && notReady),
        },
        time,
      ),
    (pod.status?.conditions ?? []) as any[],
  );
}

/** The status of a container that does not run yet, and why. */
export function waiting(container: any, reason: string, message?: string): any {
  return {
    name: container.name,
    image: container.image,
    imageID: '',
    ready: false,
    started: false,
    restartCount: 0,
    state: { waiting: { reason, ...(message && { message }) } },
    lastState: {},
  };
}

/** The status of a container that was started; it is ready later. */
export function running(
  cluster: Cluster,
  pod: Manifest,
  container: any,
  time: string,
): any {
  const image = resolveImage(cluster.world, container.image);
  return {
    name: container.name,
    image: container.image,
    imageID: image.found ? image.imageId : '',
    containerID: `containerd://${hash(`${pod.metadata.uid}/${container.name}`)}`,
    ready: false,
    started: true,
    restartCount: 0,
    state: { running: { startedAt: time } },
    lastState: {},
  };
}

/** The address of the node a pod is on. */
export function nodeAddress(
  cluster: Cluster,
  name: string,
): string | undefined {
  return cluster
    .get({ apiVersion: 'v1', kind: 'Node', name })
    ?.status.addresses.find(({ type }: any) => type === 'InternalIP')?.address;
}

/** The address of a pod in the cluster's network. */
export function podAddress(pod: Manifest): string {
  const number = Math.floor(fraction(pod.metadata.uid!) * 0xfffe) + 1;
  return `10.244.${Math.floor(number / 256)}.${number % 256}`;
}
