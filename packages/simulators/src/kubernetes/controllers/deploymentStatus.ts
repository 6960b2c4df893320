import type { Manifest } from '../../kustomize/manifest';
import type { Cluster } from '../Cluster';
import { timestamp } from '../identity';
import { withCondition } from './podState';
import { resolveAmount } from './rollout';

/** Seconds a Deployment may go without progress unless it says otherwise. */
const DEFAULT_DEADLINE = 600;

/** Seconds of wall time: times are written in whole seconds, and a fast world still needs its rounds. */
const SLACK = 2;

/**
 * The status of a Deployment, as its ReplicaSets are.
 * @param current - name of the ReplicaSet of its current template
 */
export function deploymentStatus(
  cluster: Cluster,
  deployment: Manifest,
  current: string,
): any {
  const owned = cluster.ownedBy(deployment);
  const total = (field: string, sets: Manifest[] = owned) =>
    sets.reduce((sum, set) => sum + ((set.status?.[field] as number) ?? 0), 0);
  const newest = owned.filter(({ metadata }) => metadata.name === current);
  const desired: number = deployment.spec.replicas ?? 1;
  const numbers = {
    replicas: total('replicas'),
    updatedReplicas: total('replicas', newest),
    readyReplicas: total('readyReplicas'),
    availableReplicas: total('availableReplicas'),
    unavailableReplicas: total('replicas') - total('availableReplicas'),
  };
  const before = deployment.status;
  const time = timestamp(cluster.now());
  const conditions = withCondition(
    progressing(cluster, deployment, current, numbers, time),
    available(deployment, numbers.availableReplicas, desired),
    time,
  );
  return {
    observedGeneration: deployment.metadata.generation,
    ...Object.fromEntries(
      Object.entries(numbers).filter(([, count]) => count > 0),
    ),
    conditions: conditions.map(condition => ({
      ...condition,
      lastUpdateTime:
        condition.lastUpdateTime ?? updateTime(condition, before, time),
    })),
  };
}

function available(deployment: Manifest, count: number, desired: number) {
  const allowed = resolveAmount(
    deployment.spec.strategy?.rollingUpdate?.maxUnavailable,
    desired,
    Math.floor,
  );
  return count >= desired - allowed
    ? {
        type: 'Available',
        status: 'True' as const,
        reason: 'MinimumReplicasAvailable',
        message: 'Deployment has minimum availability.',
      }
    : {
        type: 'Available',
        status: 'False' as const,
        reason: 'MinimumReplicasUnavailable',
        message: 'Deployment does not have minimum availability.',
      };
}

function progressing(
  cluster: Cluster,
  deployment: Manifest,
  current: string,
  numbers: Record<string, number>,
  time: string,
): any[] {
  const before: any[] = deployment.status?.conditions ?? [];
  const last = before.find(({ type }) => type === 'Progressing');
  const desired: number = deployment.spec.replicas ?? 1;
  const complete =
    numbers.updatedReplicas === desired &&
    numbers.replicas === desired &&
    numbers.availableReplicas === desired;
  const state = (status: 'True' | 'False', reason: string, message: string) => {
    const same = last?.reason === reason && last?.message === message;
    return withCondition(
      before,
      {
        type: 'Progressing',
        status,
        reason,
        message,
        lastUpdateTime: same ? last.lastUpdateTime : time,
      },
      time,
    );
  };
  if (complete) {
    return state(
      'True',
      'NewReplicaSetAvailable',
      `ReplicaSet "${current}" has successfully progressed.`,
    );
  }
  const moved =
    !last ||
    deployment.status.observedGeneration !== deployment.metadata.generation ||
    last.reason === 'NewReplicaSetAvailable' ||
    (deployment.status.updatedReplicas ?? 0) < numbers.updatedReplicas ||
    (deployment.status.availableReplicas ?? 0) < numbers.availableReplicas;
  if (!moved && isLate(cluster, deployment, last)) {
    return state(
      'False',
      'ProgressDeadlineExceeded',
      `ReplicaSet "${current}" has timed out progressing.`,
    );
  }
  const next = state(
    'True',
    'ReplicaSetUpdated',
    `ReplicaSet "${current}" is progressing.`,
  );
  return moved
    ? next.map(condition =>
        condition.type === 'Progressing'
          ? { ...condition, lastUpdateTime: time }
          : condition,
      )
    : next;
}

/** Whether the deadline passed; it is in seconds at normal pace, and steps of the world take their time at any pace. */
function isLate(cluster: Cluster, deployment: Manifest, last: any): boolean {
  if (last.reason === 'ProgressDeadlineExceeded') {
    return true;
  }
  const { clock } = cluster.world;
  const seconds: number =
    deployment.spec.progressDeadlineSeconds ?? DEFAULT_DEADLINE;
  const passed =
    (clock.now().getTime() - new Date(last.lastUpdateTime).getTime()) / 1000;
  return passed > seconds / clock.pace + SLACK;
}

function updateTime(condition: any, before: any, time: string): string {
  const last = before?.conditions?.find(
    ({ type }: any) => type === condition.type,
  );
  return last &&
    last.status === condition.status &&
    last.reason === condition.reason
    ? last.lastUpdateTime
    : time;
}
