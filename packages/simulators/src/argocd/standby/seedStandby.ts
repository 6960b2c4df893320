import { clusterOf, controllersOf, keyOf } from '../../kubernetes';
import { GITOPS_REPOSITORY } from '../../reactions/organisation';
import type { World } from '../../world/types';
import { applicationControllerOf } from '../ApplicationController';
import { firstApply } from '../compare/mergeApply';
import { deployInThePast, pastDeployments } from '../pastDeployments';
import { reconcile, writeReconciliation } from '../reconcile';
import { RenderHistory } from '../RenderHistory';
import type { Application } from '../types';
import {
  RELABELLED_SERVICE,
  relabelled,
  STANDBY_SERVICES,
  standbyApplication,
} from './standbyApplications';

/** Who syncs standbys. */
const PERSON = 'platform-engineer';

/**
 * Makes the applications of the second Argo CD as somebody left them: deployed by hand with the release before the last,
 * so that they are OutOfSync, and the sync of one of them has just been asked for, which the cluster will refuse. Call
 * after `settleArgocd`; services that the repository does not have are left out.
 */
export async function seedStandby({ world }: { world: World }): Promise<void> {
  const repoURL = `${world.addresses.get('github') ?? ''}/shopstack/${GITOPS_REPOSITORY}`;
  const files = await world.repositories.readTree(GITOPS_REPOSITORY, 'main');
  for (const service of STANDBY_SERVICES) {
    const application = standbyApplication(service, repoURL);
    if (files.has(`${application.spec.source!.path}/kustomization.yaml`)) {
      await deploy(world, application);
    }
  }
}

async function deploy(world: World, wanted: Application): Promise<void> {
  const cluster = clusterOf(world);
  const { sources } = applicationControllerOf(world);
  const source = wanted.spec.source!;
  const latest = await sources.resolve(source);
  const commits = await new RenderHistory(world, sources).of(source, latest);
  const deployed = commits.length > 1 ? commits.slice(0, -1) : commits;
  const history = pastDeployments(world.clock.now(), wanted, deployed).map(
    entry => ({ ...entry, initiatedBy: { username: PERSON } }),
  );
  const last = history.at(-1);
  if (!last) {
    return;
  }
  const key = keyOf(cluster.create(firstApply(wanted)));
  const before = await reconcile(cluster, sources, wanted, [last.revision]);
  const deployedAt = new Date(last.deployedAt);
  cluster.at(deployedAt, () =>
    world.store.transaction(() =>
      deployInThePast(cluster, key, before, history, { username: PERSON }),
    ),
  );
  controllersOf(world).settle(deployedAt);

  const application = cluster.getByKey(key) as Application;
  if (
    application.metadata.labels?.['shopstack.dev/service'] ===
    RELABELLED_SERVICE
  ) {
    cluster.update({
      ...application,
      spec: { ...application.spec, source: relabelled(source) },
      operation: { sync: {}, initiatedBy: { username: PERSON } },
    });
  }
  const now = cluster.getByKey(key) as Application;
  const result = await reconcile(cluster, sources, now);
  writeReconciliation(cluster, now, result, { fromGit: true });
}
