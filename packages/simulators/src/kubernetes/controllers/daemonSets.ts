import type { Manifest } from '../../kustomize/manifest';
import type { Cluster } from '../Cluster';
import { keyOf } from '../objectKey';
import { isReady, isTerminating } from './podState';
import { generatedName, podFromTemplate, templateHash } from './podTemplate';

const HASH = 'controller-revision-hash';

/** Runs one pod of a DaemonSet on every node, and replaces outdated ones node by node. */
export function syncDaemonSet(cluster: Cluster, set: Manifest): void {
  if (set.metadata.deletionTimestamp) {
    return;
  }
  const nodes = cluster.list('v1', 'Node').map(({ metadata }) => metadata.name);
  const revision = templateHash(set.spec.template);
  const pods = cluster.ownedBy(set);
  const outdated = pods.find(
    ({ metadata }) => metadata.labels?.[HASH] !== revision,
  );
  if (outdated && (pods.every(isReady) || !isReady(outdated))) {
    cluster.delete(keyOf(outdated));
  }
  for (const node of nodes) {
    if (!pods.some(pod => pod.spec.nodeName === node)) {
      cluster.create(
        podFromTemplate(cluster, set, set.spec.template, {
          name: generatedName(cluster, set),
          labels: { [HASH]: revision },
          node,
        }),
      );
    }
  }
  writeStatus(cluster, set, nodes.length, revision);
}

function writeStatus(
  cluster: Cluster,
  set: Manifest,
  wanted: number,
  revision: string,
): void {
  const pods = cluster.ownedBy(set).filter(pod => !isTerminating(pod));
  const ready = pods.filter(isReady).length;
  cluster.updateStatus(keyOf(set), {
    observedGeneration: set.metadata.generation,
    desiredNumberScheduled: wanted,
    currentNumberScheduled: pods.length,
    numberMisscheduled: 0,
    numberReady: ready,
    numberAvailable: ready,
    ...(ready < wanted && { numberUnavailable: wanted - ready }),
    updatedNumberScheduled: pods.filter(
      ({ metadata }) => metadata.labels?.[HASH] === revision,
    ).length,
  });
}
