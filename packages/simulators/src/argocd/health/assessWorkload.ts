import type { Manifest } from '../../kustomize/manifest';
import type { Health } from '../types';

/** Follows the rollout of a Deployment, as `kubectl rollout status` does. */
export function assessDeployment(deployment: Manifest): Health {
  const { metadata, spec, status = {} } = deployment;
  if (spec.paused) {
    return { status: 'Suspended', message: 'Deployment is paused' };
  }
  if ((metadata.generation ?? 0) > (status.observedGeneration ?? 0)) {
    return waiting(
      'observed deployment generation less than desired generation',
    );
  }
  const late = (status.conditions ?? []).some(
    (each: any) =>
      each.type === 'Progressing' && each.reason === 'ProgressDeadlineExceeded',
  );
  if (late) {
    return {
      status: 'Degraded',
      message: `Deployment "${metadata.name}" exceeded its progress deadline`,
    };
  }
  const wanted = spec.replicas ?? 1;
  const { replicas = 0, updatedReplicas = 0, availableReplicas = 0 } = status;
  if (updatedReplicas < wanted) {
    return waiting(
      `${updatedReplicas} out of ${wanted} new replicas have been updated...`,
    );
  }
  if (replicas > updatedReplicas) {
    return waiting(
      `${replicas - updatedReplicas} old replicas are pending termination...`,
    );
  }
  return availableReplicas < updatedReplicas
    ? waiting(
        `${availableReplicas} of ${updatedReplicas} updated replicas are available...`,
      )
    : { status: 'Healthy' };
}

/** A StatefulSet is healthy when all pods are ready and of its current revision. */
export function assessStatefulSet({
  metadata,
  spec,
  status = {},
}: Manifest): Health {
  if ((metadata.generation ?? 0) > (status.observedGeneration ?? 0)) {
    return {
      status: 'Progressing',
      message: 'Waiting for statefulset spec update to be observed...',
    };
  }
  const wanted = spec.replicas ?? 1;
  const { readyReplicas = 0, updatedReplicas = 0 } = status;
  if (readyReplicas < wanted) {
    return {
      status: 'Progressing',
      message: `Waiting for ${wanted - readyReplicas} pods to be ready...`,
    };
  }
  return status.updateRevision !== status.currentRevision
    ? {
        status: 'Progressing',
        message: `waiting for statefulset rolling update to complete ${updatedReplicas} pods at revision ${status.updateRevision}...`,
      }
    : {
        status: 'Healthy',
        message: `statefulset rolling update complete ${readyReplicas} pods at revision ${status.currentRevision}...`,
      };
}

/** A DaemonSet is healthy when every node runs an available pod of its current template. */
export function assessDaemonSet({ metadata, status = {} }: Manifest): Health {
  if ((metadata.generation ?? 0) > (status.observedGeneration ?? 0)) {
    return waiting(
      'observed daemon set generation less than desired generation',
    );
  }
  const {
    desiredNumberScheduled: wanted = 0,
    updatedNumberScheduled: updated = 0,
    numberAvailable: available = 0,
  } = status;
  if (updated < wanted) {
    return {
      status: 'Progressing',
      message: `Waiting for daemon set "${metadata.name}" rollout to finish: ${updated} out of ${wanted} new pods have been updated...`,
    };
  }
  return available < wanted
    ? {
        status: 'Progressing',
        message: `Waiting for daemon set "${metadata.name}" rollout to finish: ${available} of ${wanted} updated pods are available...`,
      }
    : { status: 'Healthy' };
}

/** A ReplicaSet is healthy when its pods are available. */
export function assessReplicaSet({
  metadata,
  spec,
  status = {},
}: Manifest): Health {
  if ((metadata.generation ?? 0) > (status.observedGeneration ?? 0)) {
    return waiting(
      'observed replica set generation less than desired generation',
    );
  }
  const wanted = spec.replicas ?? 1;
  const available = status.availableReplicas ?? 0;
  return available < wanted
    ? waiting(`${available} out of ${wanted} new replicas are available...`)
    : { status: 'Healthy' };
}

function waiting(what: string): Health {
  return {
    status: 'Progressing',
    message: `Waiting for rollout to finish: ${what}`,
  };
}
