import { keyOf, type Cluster } from '../../kubernetes';
import { assessHealth } from '../health/assessHealth';
import { resultOf, type SyncTask } from './tasks';

/** How a group of tasks is doing: a message while it is waited for, a failure when a hook failed. */
type GroupHealth =
  | { state: 'healthy' }
  | { state: 'waiting' | 'failed'; message: string };

/** Whether everything that a group applied is healthy. */
export function waitForHealth(
  cluster: Cluster,
  tasks: readonly SyncTask[],
): GroupHealth {
  const applied = tasks.filter(({ target }) => target);
  const waiting: SyncTask[] = [];
  for (const task of applied) {
    const live = cluster.getByKey(keyOf(task.target!));
    const health = live && assessHealth(live);
    if (task.hook && health?.status === 'Degraded') {
      return {
        state: 'failed',
        message: `one or more synchronization tasks completed unsuccessfully, reason: ${health.message ?? nameOf(task)}`,
      };
    }
    const settled =
      live && (!health || ['Healthy', 'Suspended'].includes(health.status));
    if (!settled) {
      waiting.push(task);
    }
  }
  if (waiting.length === 0) {
    return { state: 'healthy' };
  }
  const more =
    waiting.length > 1 ? ` and ${waiting.length - 1} more resources` : '';
  return {
    state: 'waiting',
    message: `waiting for healthy state of ${nameOf(waiting[0])}${more}`,
  };
}

function nameOf(task: SyncTask): string {
  const { group, kind, name } = resultOf(task);
  return `${group && `${group}/`}${kind}/${name}`;
}
