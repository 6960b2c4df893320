import { keyOf, type Cluster } from '../../kubernetes';
import { withTracking } from '../applications';
import type { Application, ResourceResult } from '../types';
import { applyObject } from './applyObject';
import { resultOf, type SyncTask } from './tasks';

/** Does one thing of a sync and says how it went; never throws. */
export function runTask(
  cluster: Cluster,
  application: Application,
  task: SyncTask,
): ResourceResult {
  const result = resultOf(task);
  if (!task.target) {
    if (task.skipped) {
      return {
        ...result,
        status: 'PruneSkipped',
        message: 'ignored (requires pruning)',
        hookPhase: 'Succeeded',
      };
    }
    cluster.delete(keyOf(task.live!));
    return {
      ...result,
      status: 'Pruned',
      message: 'pruned',
      hookPhase: 'Succeeded',
    };
  }
  const target = withTracking(application, task.target);
  try {
    if (task.hook) {
      // A hook runs anew in every sync.
      cluster.remove(keyOf(target));
    }
    return {
      ...result,
      status: 'Synced',
      message: applyObject(cluster, target),
      hookPhase: 'Running',
      ...(task.hook && { hookType: task.phase }),
    };
  } catch (error) {
    return {
      ...result,
      status: 'SyncFailed',
      message: (error as Error).message,
      hookPhase: 'Failed',
    };
  }
}

/** What a thing of a sync would do. */
export function dryRunTask(task: SyncTask): ResourceResult {
  const result = { ...resultOf(task), hookPhase: 'Succeeded' as const };
  if (task.target) {
    const message = task.live ? 'configured (dry run)' : 'created (dry run)';
    return { ...result, status: 'Synced', message };
  }
  return task.skipped
    ? {
        ...result,
        status: 'PruneSkipped',
        message: 'ignored (requires pruning)',
      }
    : { ...result, status: 'Pruned', message: 'pruned (dry run)' };
}
