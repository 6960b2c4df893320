import type { Manifest } from '../../kustomize/manifest';

/** Whether a pod is on its way out. */
export function isTerminating(pod: Manifest): boolean {
  return pod.metadata.deletionTimestamp !== undefined;
}

/** Whether a pod's condition Ready is true. */
export function isReady(pod: Manifest): boolean {
  return (
    !isTerminating(pod) &&
    (pod.status?.conditions ?? []).some(
      (condition: any) =>
        condition.type === 'Ready' && condition.status === 'True',
    )
  );
}

/** Whether a pod ended, well or not. */
export function isFinished(pod: Manifest): boolean {
  return ['Succeeded', 'Failed'].includes(pod.status?.phase);
}

/** Sets a condition; the time of its transition only moves when its status changes. */
export function withCondition(
  conditions: any[] | undefined,
  condition: {
    type: string;
    status: 'True' | 'False' | 'Unknown';
    reason?: string;
    message?: string;
    lastUpdateTime?: string;
  },
  time: string,
): any[] {
  const before = conditions?.find(({ type }) => type === condition.type);
  const same = before?.status === condition.status;
  const next = {
    ...condition,
    lastTransitionTime: same ? before.lastTransitionTime : time,
  };
  return [
    ...(conditions ?? []).filter(({ type }) => type !== condition.type),
    next,
  ].sort((one, other) => (one.type < other.type ? -1 : 1));
}
