import { ensureNamespace, timestamp, type Cluster } from '../kubernetes';
import { fraction } from '../kubernetes/hash';
import type { GitCommit } from '../world/types';
import type { Reconciliation } from './reconcile';
import { runTask } from './sync/runTask';
import { planTasks, resultOf } from './sync/tasks';
import type { Application, Operation, RevisionHistory } from './types';

/** Deployments that are told of each application, like its history's limit. */
const HISTORY = 10;

/** One entry for each commit, deployed about a minute after it was made. */
export function pastDeployments(
  now: Date,
  { spec, metadata }: Application,
  commits: GitCommit[],
): RevisionHistory[] {
  return commits.slice(-HISTORY).map((commit, index) => {
    const seconds = 40 + 40 * fraction(`${metadata.name}@${commit.sha}`);
    const committed = new Date(commit.committer.date).getTime();
    const deployed = Math.min(now.getTime(), committed + seconds * 1000);
    return {
      id: index,
      revision: commit.sha,
      ...(spec.sources && { revisions: [commit.sha] }),
      deployStartedAt: timestamp(new Date(deployed - 2000)),
      deployedAt: timestamp(new Date(deployed)),
      source: spec.source ?? ({} as RevisionHistory['source']),
      ...(spec.sources && { sources: spec.sources }),
      initiatedBy: { automated: true },
    };
  });
}

/**
 * Applies an application at the cluster's current time, as the last of its past deployments did; one that is not synced
 * by itself only on behalf of a person.
 */
export function deployInThePast(
  cluster: Cluster,
  key: string,
  result: Reconciliation,
  history: RevisionHistory[],
  initiatedBy: Operation['initiatedBy'] = { automated: true },
): void {
  const application = cluster.getByKey(key) as Application;
  const { syncPolicy, destination } = application.spec;
  if (!syncPolicy?.automated && initiatedBy?.automated) {
    return;
  }
  if (
    destination.namespace &&
    syncPolicy?.syncOptions?.includes('CreateNamespace=true')
  ) {
    ensureNamespace(cluster, destination.namespace);
  }
  const operation: Operation = {
    sync: {
      revision: history.at(-1)?.revision ?? result.revisions[0],
      ...(syncPolicy?.automated?.prune && { prune: true }),
      ...(syncPolicy?.syncOptions && { syncOptions: syncPolicy.syncOptions }),
    },
    initiatedBy,
    retry: syncPolicy?.retry ?? { limit: 5 },
  };
  const resources = planTasks(result.comparison!, operation.sync!)
    .flatMap(({ tasks }) => tasks)
    .filter(({ hook }) => !hook)
    .map(task => ({
      ...resultOf(task),
      ...runTask(cluster, application, task),
      hookPhase: 'Succeeded' as const,
    }));
  const latest = cluster.getByKey(key) as Application;
  const last = history.at(-1);
  const time = timestamp(cluster.now());
  cluster.update({
    ...latest,
    status: {
      ...latest.status,
      ...(history.length > 0 && { history }),
      operationState: {
        operation,
        phase: 'Succeeded',
        message: 'successfully synced (all tasks run)',
        startedAt: last?.deployStartedAt ?? time,
        finishedAt: last?.deployedAt ?? time,
        syncResult: {
          resources,
          revision: operation.sync!.revision!,
          source: application.spec.source!,
        },
      },
    },
  });
}
