import type { Manifest } from '../../kustomize/manifest';
import type { Cluster } from '../Cluster';
import { timestamp } from '../identity';
import { fraction } from '../hash';
import { keyOf } from '../objectKey';
import { resolveImage } from '../resolveImage';
import type { PodLife, PodLives } from './PodLives';
import { isFinished, isReady, isTerminating } from './podState';
import {
  conditions,
  nodeAddress,
  podAddress,
  running,
  waiting,
} from './podStatus';
import { recordEvent } from './recordEvent';

/** Seconds at normal pace. */
const durations = { pull: 1.2, start: 1.2, terminate: 1, run: 4, jitter: 0.8 };

/** Seconds between two pulls: they double up to five minutes, as the kubelet's do. */
const backOff = { first: 10, most: 300 };

const component = 'kubelet';

/** Looks at a pod that is new or was changed, and plans what happens to it. */
export function watchPod(
  cluster: Cluster,
  lives: PodLives,
  pod: Manifest,
): void {
  const key = keyOf(pod);
  const life = lives.get(key);
  if (isTerminating(pod)) {
    if (life?.stage !== 'terminate') {
      recordEvent(cluster, pod, {
        reason: 'Killing',
        message: `Stopping container ${pod.spec.containers[0]?.name}`,
        component,
      });
      lives.plan(key, 'terminate', durations.terminate);
    }
    return;
  }
  if (life || isReady(pod) || isFinished(pod)) {
    return;
  }
  const time = timestamp(cluster.now());
  cluster.updateStatus(key, {
    ...pod.status,
    phase: 'Pending',
    startTime: time,
    hostIP: nodeAddress(cluster, pod.spec.nodeName),
    conditions: conditions(pod, time, { scheduled: true, ready: false }),
    containerStatuses: pod.spec.containers.map((container: any) => ({
      ...waiting(container, 'ContainerCreating'),
    })),
  });
  recordEvent(cluster, pod, {
    reason: 'Scheduled',
    message: `Successfully assigned ${pod.metadata.namespace}/${pod.metadata.name} to ${pod.spec.nodeName}`,
    component: 'default-scheduler',
  });
  lives.plan(key, 'pull', durations.pull + jitter(pod));
}

/** Does what is due for a pod. */
export function advancePod(
  cluster: Cluster,
  lives: PodLives,
  life: PodLife,
): void {
  const pod = cluster.getByKey(life.key);
  if (!pod) {
    lives.forget(life.key);
    return;
  }
  switch (life.stage) {
    case 'terminate':
      lives.forget(life.key);
      cluster.remove(life.key);
      return;
    case 'pull':
      pull(cluster, lives, pod, life);
      return;
    case 'ready':
      lives.forget(life.key);
      becomeReady(cluster, pod);
      return;
    default:
      lives.forget(life.key);
      complete(cluster, pod);
  }
}

/** Has a pod run since the cluster's current time, if its images are there. */
export function startAtOnce(
  cluster: Cluster,
  lives: PodLives,
  pod: Manifest,
): void {
  const key = keyOf(pod);
  pull(cluster, lives, pod, { key, stage: 'pull', dueAt: '', attempts: 0 });
  if (lives.get(key)?.stage === 'ready') {
    lives.forget(key);
    becomeReady(cluster, cluster.getByKey(key)!);
  }
}

function pull(
  cluster: Cluster,
  lives: PodLives,
  pod: Manifest,
  life: PodLife,
): void {
  const time = timestamp(cluster.now());
  const key = keyOf(pod);
  const all = [...(pod.spec.initContainers ?? []), ...pod.spec.containers];
  const missing = all
    .map(container => ({
      container,
      image: resolveImage(cluster.world, container.image),
    }))
    .find(({ image }) => !image.found);
  if (missing && !missing.image.found) {
    failPull(cluster, pod, missing.container, missing.image.message, time);
    const seconds = backOff.first * 2 ** life.attempts;
    lives.plan(key, 'pull', Math.min(seconds, backOff.most), life.attempts + 1);
    return;
  }
  notePull(cluster, all);
  cluster.updateStatus(key, {
    ...pod.status,
    phase: 'Running',
    startTime: pod.status?.startTime ?? time,
    hostIP: nodeAddress(cluster, pod.spec.nodeName),
    podIP: podAddress(pod),
    podIPs: [{ ip: podAddress(pod) }],
    conditions: conditions(pod, time, { scheduled: true, ready: false }),
    containerStatuses: pod.spec.containers.map((container: any) =>
      running(cluster, pod, container, time),
    ),
  });
  for (const container of pod.spec.containers) {
    for (const [reason, message] of [
      ['Pulled', `Successfully pulled image "${container.image}"`],
      ['Created', `Created container: ${container.name}`],
      ['Started', `Started container ${container.name}`],
    ]) {
      recordEvent(cluster, pod, { reason, message, component });
    }
  }
  const isOfJob = pod.metadata.ownerReferences?.[0]?.kind === 'Job';
  lives.plan(
    key,
    isOfJob ? 'complete' : 'ready',
    isOfJob ? durations.run : durations.start + jitter(pod),
  );
}

function failPull(
  cluster: Cluster,
  pod: Manifest,
  container: any,
  reason: string,
  time: string,
): void {
  const message = `Back-off pulling image "${container.image}": ErrImagePull: ${reason}`;
  cluster.updateStatus(keyOf(pod), {
    ...pod.status,
    phase: 'Pending',
    startTime: pod.status?.startTime ?? time,
    conditions: conditions(pod, time, { scheduled: true, ready: false }),
    containerStatuses: pod.spec.containers.map((each: any) =>
      each.image === container.image
        ? waiting(each, 'ImagePullBackOff', message)
        : waiting(each, 'ContainerCreating'),
    ),
  });
  for (const [name, text] of [
    ['Failed', `Failed to pull image "${container.image}": ${reason}`],
    ['BackOff', `Back-off pulling image "${container.image}"`],
  ]) {
    recordEvent(cluster, pod, {
      type: 'Warning',
      reason: name,
      message: text,
      component,
    });
  }
}

function becomeReady(cluster: Cluster, pod: Manifest): void {
  const time = timestamp(cluster.now());
  cluster.updateStatus(keyOf(pod), {
    ...pod.status,
    conditions: conditions(pod, time, { scheduled: true, ready: true }),
    containerStatuses: pod.status.containerStatuses.map((status: any) => ({
      ...status,
      ready: true,
    })),
  });
}

function complete(cluster: Cluster, pod: Manifest): void {
  const time = timestamp(cluster.now());
  cluster.updateStatus(keyOf(pod), {
    ...pod.status,
    phase: 'Succeeded',
    conditions: conditions(pod, time, { scheduled: true, ready: false }),
    containerStatuses: pod.status.containerStatuses.map((status: any) => ({
      ...status,
      started: false,
      state: {
        terminated: {
          exitCode: 0,
          reason: 'Completed',
          startedAt: status.state.running?.startedAt,
          finishedAt: time,
        },
      },
    })),
  });
}

/** The registry remembers when an image was pulled last. */
function notePull(cluster: Cluster, containers: any[]): void {
  for (const { image } of containers) {
    const resolved = resolveImage(cluster.world, image);
    if (resolved.found && resolved.document) {
      const { document } = resolved;
      const lastPulledAt = cluster.now().toISOString();
      if (!document.lastPulledAt || document.lastPulledAt < lastPulledAt) {
        cluster.world.store.put(
          'image',
          `${document.repository}/${document.digest}`,
          { ...document, lastPulledAt },
        );
      }
    }
  }
}

function jitter(pod: Manifest): number {
  return fraction(pod.metadata.uid!) * durations.jitter;
}
