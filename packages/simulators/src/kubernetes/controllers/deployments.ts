import type { Manifest } from '../../kustomize/manifest';
import type { Cluster } from '../Cluster';
import { keyOf } from '../objectKey';
import { deploymentStatus } from './deploymentStatus';
import { controllerReference, templateHash } from './podTemplate';
import { isTerminating } from './podState';
import { recordEvent } from './recordEvent';
import { planRollingUpdate, resolveAmount } from './rollout';

const REVISION = 'deployment.kubernetes.io/revision';
const HASH = 'pod-template-hash';

/** Brings the ReplicaSets of a Deployment one step closer to what it asks for, and writes its status. */
export function syncDeployment(cluster: Cluster, deployment: Manifest): void {
  if (deployment.metadata.deletionTimestamp) {
    return;
  }
  const owned = cluster.ownedBy(deployment);
  const label = templateHash(deployment.spec.template);
  const current =
    owned.find(({ metadata }) => metadata.labels?.[HASH] === label) ??
    addReplicaSet(cluster, deployment, label);
  const old = owned
    .filter(({ metadata }) => metadata.uid !== current.metadata.uid)
    .sort((one, other) => revisionOf(one) - revisionOf(other));

  const revision = raiseRevision(cluster, current, old);
  scale(cluster, deployment, current, old);
  dropHistory(cluster, deployment, old);

  const fresh = cluster.getByKey(keyOf(deployment))!;
  cluster.update({
    ...fresh,
    metadata: {
      ...fresh.metadata,
      annotations: {
        ...fresh.metadata.annotations,
        [REVISION]: String(revision),
      },
    },
    status: deploymentStatus(cluster, fresh, current.metadata.name),
  });
}

function addReplicaSet(
  cluster: Cluster,
  deployment: Manifest,
  label: string,
): Manifest {
  const { name, namespace } = deployment.metadata;
  const template = structuredClone(deployment.spec.template);
  const labels = { ...template.metadata?.labels, [HASH]: label };
  return cluster.create({
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${name}-${label}`,
      namespace,
      labels,
      ownerReferences: [controllerReference(deployment)],
    },
    spec: {
      replicas: 0,
      selector: {
        matchLabels: {
          ...deployment.spec.selector?.matchLabels,
          [HASH]: label,
        },
      },
      template: { ...template, metadata: { ...template.metadata, labels } },
    },
  });
}

/** The ReplicaSet in use carries the highest revision, also when it was in use before. */
function raiseRevision(
  cluster: Cluster,
  current: Manifest,
  old: Manifest[],
): number {
  const highest = Math.max(0, ...old.map(revisionOf));
  const revision = Math.max(revisionOf(current), highest + 1);
  annotate(cluster, current, { [REVISION]: String(revision) });
  return revision;
}

function scale(
  cluster: Cluster,
  deployment: Manifest,
  current: Manifest,
  old: Manifest[],
): void {
  const desired: number = deployment.spec.replicas ?? 1;
  const recreate = deployment.spec.strategy?.type === 'Recreate';
  const plan = recreate
    ? planRecreate(cluster, desired, old)
    : planRollingUpdate({
        ...limits(deployment, desired),
        desired,
        ...counts(cluster, current, old),
      });
  setReplicas(cluster, deployment, current, plan.current);
  old.forEach((replicaSet, index) =>
    setReplicas(cluster, deployment, replicaSet, plan.old[index]),
  );
}

/** Old pods have to be gone before new ones start. */
function planRecreate(cluster: Cluster, desired: number, old: Manifest[]) {
  const remaining = old.flatMap(replicaSet => cluster.ownedBy(replicaSet));
  return {
    current: remaining.length === 0 ? desired : 0,
    old: old.map(() => 0),
  };
}

function limits(deployment: Manifest, desired: number) {
  const { maxSurge, maxUnavailable } =
    deployment.spec.strategy?.rollingUpdate ?? {};
  const surge = resolveAmount(maxSurge, desired, Math.ceil);
  const unavailable = resolveAmount(maxUnavailable, desired, Math.floor);
  // With neither of them nothing could ever move.
  return {
    maxSurge: surge,
    maxUnavailable: surge === 0 && unavailable === 0 ? 1 : unavailable,
  };
}

function counts(cluster: Cluster, current: Manifest, old: Manifest[]) {
  const count = (replicaSet: Manifest) => {
    const latest = cluster.getByKey(keyOf(replicaSet)) ?? replicaSet;
    const replicas: number = latest.spec.replicas ?? 0;
    const available: number = latest.status?.availableReplicas ?? 0;
    return { replicas, available: Math.min(replicas, available) };
  };
  return { current: count(current), old: old.map(count) };
}

function setReplicas(
  cluster: Cluster,
  deployment: Manifest,
  replicaSet: Manifest,
  replicas: number,
): void {
  const latest = cluster.getByKey(keyOf(replicaSet))!;
  const before: number = latest.spec.replicas ?? 0;
  if (before === replicas) {
    return;
  }
  cluster.update({ ...latest, spec: { ...latest.spec, replicas } });
  recordEvent(cluster, deployment, {
    reason: 'ScalingReplicaSet',
    message: `Scaled ${replicas > before ? 'up' : 'down'} replica set ${replicaSet.metadata.name} from ${before} to ${replicas}`,
    component: 'deployment-controller',
  });
}

/** Old ReplicaSets without pods are kept for going back, ten of them unless the Deployment says otherwise. */
function dropHistory(
  cluster: Cluster,
  deployment: Manifest,
  old: Manifest[],
): void {
  const limit: number = deployment.spec.revisionHistoryLimit ?? 10;
  const idle = old.filter(replicaSet => {
    const latest = cluster.getByKey(keyOf(replicaSet));
    return latest?.spec.replicas === 0 && cluster.ownedBy(latest).length === 0;
  });
  for (const replicaSet of idle.slice(0, Math.max(0, idle.length - limit))) {
    cluster.delete(keyOf(replicaSet));
  }
}

function annotate(
  cluster: Cluster,
  object: Manifest,
  annotations: Record<string, string>,
): void {
  cluster.update({
    ...object,
    metadata: {
      ...object.metadata,
      annotations: { ...object.metadata.annotations, ...annotations },
    },
  });
}

function revisionOf(replicaSet: Manifest): number {
  return Number(replicaSet.metadata.annotations?.[REVISION] ?? 0);
}

/** The pods of a Deployment, through its ReplicaSets. */
export function podsOfDeployment(
  cluster: Cluster,
  deployment: Manifest,
): Manifest[] {
  return cluster
    .ownedBy(deployment)
    .flatMap(replicaSet => cluster.ownedBy(replicaSet))
    .filter(pod => !isTerminating(pod));
}
