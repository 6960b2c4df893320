import { clusterOf, keyOf, seedCluster } from '../kubernetes';
import type { World } from '../world/types';
import { ARGO_NAMESPACE } from './applications';
import { firstApply } from './compare/mergeApply';
import { findRootObjects } from './findRootObjects';
import { seedArgocd } from './seedArgocd';
import type { Application } from './types';

/** The repository that describes the cluster. */
const GITOPS_REPOSITORY = 'cluster-gitops';

/**
 * Does what somebody did by hand when the cluster was new: applies the Applications that no other Application applies.
 * Those that are there already stay as they are.
 * @returns the applications it made
 */
export async function bootstrapArgocd({
  world,
}: {
  world: World;
}): Promise<Application[]> {
  const cluster = clusterOf(world);
  seedCluster(cluster);
  seedArgocd(cluster);
  const files = await world.repositories.readTree(GITOPS_REPOSITORY, 'main');
  const missing = findRootObjects(files)
    .map(object => ({
      ...object,
      metadata: {
        ...object.metadata,
        namespace: object.metadata.namespace ?? ARGO_NAMESPACE,
      },
    }))
    .filter(object => !cluster.getByKey(keyOf(object)));
  return cluster
    .batch(() => missing.map(object => cluster.create(firstApply(object))))
    .filter(({ kind }) => kind === 'Application') as Application[];
}
