import {
  clusterOf,
  controllersOf,
  ensureNamespace,
  keyOf,
  timestamp,
  type Cluster,
} from '../kubernetes';
import { fraction } from '../kubernetes/hash';
import type { GitCommit, World } from '../world/types';
import {
  ApplicationController,
  applicationControllerOf,
} from './ApplicationController';
import { sourcesOf } from './applications';
import { bootstrapArgocd } from './bootstrapArgocd';
import { commitsOf } from './commitsOf';
import {
  reconcile,
  writeReconciliation,
  type Reconciliation,
} from './reconcile';
import { planTasks, resultOf } from './sync/tasks';
import { runTask } from './sync/runTask';
import type { Application, Operation, RevisionHistory } from './types';

/** Deployments that are told of each application, like its history's limit. */
const HISTORY = 10;

/**
 * Makes a new world as if Argo CD had followed its repositories all along: every application Synced, with a history of
 * the commits that touched it, and its pods running since the last of them. Call once, after the repositories and the
 * registry are filled; takes a second or two instead of the normal durations.
 */
export async function settleArgocd({ world }: { world: World }): Promise<void> {
  const cluster = clusterOf(world);
  const { sources } = applicationControllerOf(world);
  const open = await bootstrapArgocd({ world });
  const settled: Application[] = [];
  while (open.length > 0) {
    const application = open.shift()!;
    const before = new Set(applicationKeys(cluster));
    await settleApplication(world, sources, application);
    settled.push(application);
    for (const key of applicationKeys(cluster)) {
      if (!before.has(key)) {
        open.push(cluster.getByKey(key) as Application);
      }
    }
  }
  // Children before parents, whose health is that of their children.
  for (const { metadata } of settled.reverse()) {
    const key = keyOf({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata,
    });
    const application = cluster.getByKey(key) as Application;
    const result = await reconcile(cluster, sources, application);
    writeReconciliation(cluster, application, result, { fromGit: true });
  }
}

async function settleApplication(
  world: World,
  sources: ApplicationController['sources'],
  application: Application,
): Promise<void> {
  const cluster = clusterOf(world);
  const result = await reconcile(cluster, sources, application);
  if (!result.comparison) {
    return;
  }
  const [source] = sourcesOf(application);
  const commits = await commitsOf(world, sources, source, result.revisions[0]);
  const history = historyOf(world, application, commits);
  const deployedAt = new Date(history.at(-1)?.deployedAt ?? world.clock.now());
  cluster.at(deployedAt, () =>
    world.store.transaction(() =>
      deploy(cluster, keyOf(application), result, history),
    ),
  );
  controllersOf(world).settle(deployedAt);
}

/** One entry for each commit, deployed about a minute after it was made. */
function historyOf(
  world: World,
  { spec, metadata }: Application,
  commits: GitCommit[],
): RevisionHistory[] {
  const now = world.clock.now().getTime();
  return commits.slice(-HISTORY).map((commit, index) => {
    const seconds = 40 + 40 * fraction(`${metadata.name}@${commit.sha}`);
    const committed = new Date(commit.committer.date).getTime();
    const deployed = Math.min(now, committed + seconds * 1000);
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

function deploy(
  cluster: Cluster,
  key: string,
  result: Reconciliation,
  history: RevisionHistory[],
): void {
  const application = cluster.getByKey(key) as Application;
  const { syncPolicy, destination } = application.spec;
  if (!syncPolicy?.automated) {
    return;
  }
  if (
    destination.namespace &&
    syncPolicy.syncOptions?.includes('CreateNamespace=true')
  ) {
    ensureNamespace(cluster, destination.namespace);
  }
  const operation: Operation = {
    sync: {
      revision: history.at(-1)?.revision ?? result.revisions[0],
      ...(syncPolicy.automated.prune && { prune: true }),
      ...(syncPolicy.syncOptions && { syncOptions: syncPolicy.syncOptions }),
    },
    initiatedBy: { automated: true },
    retry: syncPolicy.retry ?? { limit: 5 },
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

function applicationKeys(cluster: Cluster): string[] {
  return cluster
    .list('argoproj.io/v1alpha1', 'Application')
    .map(object => keyOf(object));
}
