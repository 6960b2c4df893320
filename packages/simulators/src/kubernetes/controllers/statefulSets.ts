import type { Manifest } from '../../kustomize/manifest';
import type { Cluster } from '../Cluster';
import { keyOf } from '../objectKey';
import { isReady, isTerminating } from './podState';
import { podFromTemplate, templateHash, type PodTemplate } from './podTemplate';

const HASH = 'controller-revision-hash';

/** Runs the pods of a StatefulSet: numbered, one after the other, replaced from the highest number down. */
export function syncStatefulSet(cluster: Cluster, set: Manifest): void {
  if (set.metadata.deletionTimestamp) {
    return;
  }
  const wanted: number = set.spec.replicas ?? 1;
  const revision = `${set.metadata.name}-${templateHash(set.spec.template)}`;
  const pods = cluster.ownedBy(set).filter(({ kind }) => kind === 'Pod');
  const at = (ordinal: number) =>
    pods.find(
      ({ metadata }) => metadata.name === `${set.metadata.name}-${ordinal}`,
    );

  const extra = pods.filter(pod => ordinalOf(pod) >= wanted);
  const outdated = pods
    .filter(pod => pod.metadata.labels?.[HASH] !== revision)
    .sort((one, other) => ordinalOf(other) - ordinalOf(one));
  const steady = pods.every(isReady);
  if (extra.length > 0) {
    extra.forEach(pod => cluster.delete(keyOf(pod)));
  } else if (outdated.length > 0 && (steady || !isReady(outdated[0]))) {
    cluster.delete(keyOf(outdated[0]));
  } else {
    addNext(cluster, set, wanted, revision, at);
  }
  writeStatus(cluster, set, revision);
}

function addNext(
  cluster: Cluster,
  set: Manifest,
  wanted: number,
  revision: string,
  at: (ordinal: number) => Manifest | undefined,
): void {
  const parallel = set.spec.podManagementPolicy === 'Parallel';
  for (let ordinal = 0; ordinal < wanted; ordinal++) {
    const pod = at(ordinal);
    if (!pod) {
      const name = `${set.metadata.name}-${ordinal}`;
      addClaims(cluster, set, name);
      cluster.create(
        podFromTemplate(cluster, set, withClaims(set, name), {
          name,
          labels: {
            [HASH]: revision,
            'statefulset.kubernetes.io/pod-name': name,
          },
        }),
      );
    }
    if (!parallel && !(pod && isReady(pod))) {
      return;
    }
  }
}

function addClaims(cluster: Cluster, set: Manifest, pod: string): void {
  for (const template of set.spec.volumeClaimTemplates ?? []) {
    const claim: Manifest = {
      ...template,
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: {
        ...template.metadata,
        name: `${template.metadata.name}-${pod}`,
        namespace: set.metadata.namespace,
      },
    };
    if (!cluster.getByKey(keyOf(claim))) {
      cluster.create(claim);
    }
  }
}

function withClaims(set: Manifest, pod: string): PodTemplate {
  const { template, volumeClaimTemplates = [] } = set.spec;
  const volumes = volumeClaimTemplates.map(({ metadata }: any) => ({
    name: metadata.name,
    persistentVolumeClaim: { claimName: `${metadata.name}-${pod}` },
  }));
  return volumes.length === 0
    ? template
    : {
        ...template,
        spec: {
          ...template.spec,
          volumes: [...(template.spec.volumes ?? []), ...volumes],
        },
      };
}

function writeStatus(cluster: Cluster, set: Manifest, revision: string): void {
  const pods = cluster
    .ownedBy(set)
    .filter(pod => pod.kind === 'Pod' && !isTerminating(pod));
  const ready = pods.filter(isReady).length;
  const updated = pods.filter(
    ({ metadata }) => metadata.labels?.[HASH] === revision,
  ).length;
  const done = updated === (set.spec.replicas ?? 1);
  cluster.updateStatus(keyOf(set), {
    observedGeneration: set.metadata.generation,
    replicas: pods.length,
    readyReplicas: ready,
    availableReplicas: ready,
    currentReplicas: done ? updated : pods.length - updated,
    updatedReplicas: updated,
    currentRevision: done
      ? revision
      : (set.status?.currentRevision ?? revision),
    updateRevision: revision,
    collisionCount: 0,
  });
}

function ordinalOf(pod: Manifest): number {
  return Number(
    pod.metadata.name.slice(pod.metadata.name.lastIndexOf('-') + 1),
  );
}
