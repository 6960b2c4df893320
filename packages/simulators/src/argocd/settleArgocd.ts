import { clusterOf, controllersOf, keyOf, type Cluster } from '../kubernetes';
import type { World } from '../world/types';
import { applicationControllerOf } from './ApplicationController';
import { ARGO_VERSION, sourcesOf } from './applications';
import { bootstrapArgocd } from './bootstrapArgocd';
import { deployInThePast, pastDeployments } from './pastDeployments';
import { reconcile, writeReconciliation } from './reconcile';
import { RenderHistory } from './RenderHistory';
import type { Sources } from './sources/Sources';
import type { Application } from './types';

/**
 * Makes a new world as if Argo CD had followed its repositories all along: every application Synced, with a history of
 * the commits that touched it, and its pods running since the last of them. Call once, after the repositories and the
 * registry are filled; takes a second or two instead of the normal durations.
 */
export async function settleArgocd({ world }: { world: World }): Promise<void> {
  const cluster = clusterOf(world);
  const { sources } = applicationControllerOf(world);
  const renders = new RenderHistory(world, sources);
  const resolve = rememberRevisions(sources);
  const open = (await bootstrapArgocd({ world })).map(keyOf);
  const settled: string[] = [];
  while (open.length > 0) {
    const key = open.shift()!;
    const before = new Set(applicationKeys(cluster));
    const application = cluster.getByKey(key) as Application;
    const revisions = await resolve(application);
    const result = await reconcile(cluster, sources, application, revisions);
    if (result.comparison) {
      const [source] = sourcesOf(application);
      const commits = await renders.of(source, result.revisions[0]);
      const now = world.clock.now();
      const history = pastDeployments(now, application, commits);
      const deployedAt = new Date(history.at(-1)?.deployedAt ?? now);
      cluster.at(deployedAt, () =>
        world.store.transaction(() =>
          deployInThePast(cluster, key, result, history),
        ),
      );
      controllersOf(world).settle(deployedAt);
    }
    settled.push(key);
    open.push(...applicationKeys(cluster).filter(each => !before.has(each)));
  }
  // Children before parents, whose health is that of their children.
  for (const key of settled.reverse()) {
    const application = cluster.getByKey(key) as Application;
    const revisions = await resolve(application);
    const result = await reconcile(cluster, sources, application, revisions);
    writeReconciliation(cluster, application, result, { fromGit: true });
  }
}

/** Asks Git once for what a branch is, however many applications follow it; undefined when it cannot be told. */
function rememberRevisions(sources: Sources) {
  const known = new Map<string, Promise<string | undefined>>();
  return async (application: Application): Promise<string[] | undefined> => {
    const revisions = await Promise.all(
      sourcesOf(application).map(source => {
        const key = `${source.repoURL} ${source.targetRevision} ${source.chart}`;
        const revision =
          known.get(key) ?? sources.resolve(source).catch(() => undefined);
        known.set(key, revision);
        return revision;
      }),
    );
    return revisions.includes(undefined) ? undefined : (revisions as string[]);
  };
}

function applicationKeys(cluster: Cluster): string[] {
  return cluster.list(ARGO_VERSION, 'Application').map(keyOf);
}
