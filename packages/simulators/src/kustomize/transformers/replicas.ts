import { KustomizeError } from '../KustomizeError';
import type { Resource } from '../Resource';

const scalable = [
  'Deployment',
  'StatefulSet',
  'ReplicaSet',
  'ReplicationController',
];

/**
 * Sets the number of replicas of the workloads that have or had this name.
 * @throws KustomizeError when there is none.
 */
export function setReplicas(
  resources: Resource[],
  { name, count }: { name: string; count: number },
): void {
  const matching = resources.filter(
    resource =>
      scalable.includes(resource.object.kind) &&
      resource.names.some(known => known.name === name),
  );
  if (matching.length === 0) {
    const kinds = scalable.map(kind => `${kind}.[noVer].[noGrp]`).join(' ');
    throw new KustomizeError(
      `resource with name ${name} does not match a config with the following GVK [${kinds}]`,
    );
  }
  for (const { object } of matching) {
    object.spec = { ...object.spec, replicas: count };
  }
}
