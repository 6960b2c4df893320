import type { Manifest } from '../../kustomize/manifest';
import type { Cluster } from '../Cluster';
import { keyOf } from '../objectKey';
import { generatedName, podFromTemplate } from './podTemplate';
import { isFinished, isReady, isTerminating } from './podState';
import { recordEvent } from './recordEvent';

/** Makes or deletes pods until a ReplicaSet has as many as it wants, and says how many there are. */
export function syncReplicaSet(cluster: Cluster, replicaSet: Manifest): void {
  if (replicaSet.metadata.deletionTimestamp) {
    return;
  }
  const wanted: number = replicaSet.spec.replicas ?? 1;
  const pods = cluster
    .ownedBy(replicaSet)
    .filter(pod => !isTerminating(pod) && !isFinished(pod));
  for (let count = pods.length; count < wanted; count++) {
    const name = generatedName(cluster, replicaSet);
    cluster.create(
      podFromTemplate(cluster, replicaSet, replicaSet.spec.template, { name }),
    );
    recordEvent(cluster, replicaSet, {
      reason: 'SuccessfulCreate',
      message: `Created pod: ${name}`,
      component: 'replicaset-controller',
    });
  }
  for (const pod of surplus(pods, pods.length - wanted)) {
    cluster.delete(keyOf(pod));
  }
  const remaining = cluster
    .ownedBy(replicaSet)
    .filter(pod => !isTerminating(pod));
  const ready = remaining.filter(isReady).length;
  cluster.updateStatus(keyOf(replicaSet), {
    replicas: remaining.length,
    fullyLabeledReplicas: remaining.length,
    ...(ready > 0 && { readyReplicas: ready, availableReplicas: ready }),
    observedGeneration: replicaSet.metadata.generation,
  });
}

/** Those go first that are not ready, then the youngest. */
function surplus(pods: Manifest[], count: number): Manifest[] {
  return [...pods]
    .sort(
      (one, other) =>
        Number(isReady(one)) - Number(isReady(other)) ||
        Number(other.metadata.resourceVersion) -
          Number(one.metadata.resourceVersion),
    )
    .slice(0, Math.max(0, count));
}
