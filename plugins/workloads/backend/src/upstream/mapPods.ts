import type { WireController, WirePod } from './wire';

/** What every start of a pod goes through; no trouble. */
const USUAL = new Set(['ContainerCreating', 'PodInitializing', 'Completed']);

export function isReady(pod: WirePod): boolean {
  const statuses = pod.status?.containerStatuses ?? [];
  return (
    !pod.metadata.deletionTimestamp &&
    statuses.length > 0 &&
    statuses.every(status => status.ready)
  );
}

/** Ready pods come first, then by age: what serves is what counts. */
export function newestFirst(a: WirePod, b: WirePod): number {
  const created = (pod: WirePod) => pod.metadata.creationTimestamp ?? '';
  return (
    Number(isReady(b)) - Number(isReady(a)) ||
    created(b).localeCompare(created(a))
  );
}

/** Why pods are not ready, in the cluster's words: those of containers, then of pods, then of what makes them. */
export function troubleOf(
  controller: WireController,
  pods: readonly WirePod[],
): string | undefined {
  const unready = pods.filter(
    pod => !isReady(pod) && !pod.metadata.deletionTimestamp,
  );
  const words = [
    ...unready.flatMap(containerWords),
    ...unready.flatMap(podWords),
    ...controllerWords(controller),
  ];
  return words.find(word => word && !USUAL.has(word));
}

function containerWords({ status }: WirePod): (string | undefined)[] {
  const statuses = [
    ...(status?.initContainerStatuses ?? []),
    ...(status?.containerStatuses ?? []),
  ].filter(({ ready }) => !ready);
  return [
    ...statuses.map(({ state }) => state?.waiting?.reason),
    ...statuses.map(({ state }) => state?.terminated?.reason),
    ...statuses.map(({ lastState }) => lastState?.terminated?.reason),
  ];
}

function podWords({ status }: WirePod): (string | undefined)[] {
  const unscheduled = status?.conditions?.find(
    condition =>
      condition.type === 'PodScheduled' && condition.status === 'False',
  );
  // `Evicted` and the like stand on the pod itself.
  return [unscheduled?.reason, status?.reason];
}

function controllerWords({ status }: WireController): (string | undefined)[] {
  return (status?.conditions ?? [])
    .filter(
      ({ type, status: holds }) =>
        (type === 'ReplicaFailure' && holds === 'True') ||
        (type === 'Progressing' && holds === 'False'),
    )
    .map(({ reason }) => reason);
}
