import type { Manifest } from '../../kustomize/manifest';
import type { Cluster } from '../Cluster';
import { timestamp } from '../identity';
import { keyOf } from '../objectKey';
import { cpuUsage } from '../podUsage';
import { podsOfDeployment } from './deployments';
import { withCondition } from './podState';

/** Keeps what an autoscaler scales between its least and its most, and says what it sees. */
export function syncAutoscaler(cluster: Cluster, scaler: Manifest): void {
  const { minReplicas = 1, maxReplicas, scaleTargetRef } = scaler.spec;
  const target = cluster.get({
    apiVersion: scaleTargetRef.apiVersion ?? 'apps/v1',
    kind: scaleTargetRef.kind,
    namespace: scaler.metadata.namespace,
    name: scaleTargetRef.name,
  });
  const replicas: number = target?.spec.replicas ?? (target ? 1 : 0);
  // An autoscaler does not touch what was scaled to zero.
  const desired =
    replicas === 0 ? 0 : Math.min(maxReplicas, Math.max(minReplicas, replicas));
  if (target && desired !== replicas) {
    cluster.update({ ...target, spec: { ...target.spec, replicas: desired } });
  }
  const time = timestamp(cluster.now());
  const conditions = [
    target
      ? {
          type: 'AbleToScale',
          status: 'True' as const,
          reason: 'ReadyForNewScale',
          message: 'recommended size matches current size',
        }
      : {
          type: 'AbleToScale',
          status: 'False' as const,
          reason: 'FailedGetScale',
          message: `the HPA controller was unable to get the target's current scale: ${scaleTargetRef.kind} "${scaleTargetRef.name}" not found`,
        },
    replicas === 0
      ? {
          type: 'ScalingActive',
          status: 'False' as const,
          reason: 'ScalingDisabled',
          message:
            'scaling is disabled since the replica count of the target is zero',
        }
      : {
          type: 'ScalingActive',
          status: 'True' as const,
          reason: 'ValidMetricFound',
          message: 'the HPA was able to successfully calculate a replica count',
        },
    {
      type: 'ScalingLimited',
      status: 'False' as const,
      reason: 'DesiredWithinRange',
      message: 'the desired count is within the acceptable range',
    },
  ];
  cluster.updateStatus(keyOf(scaler), {
    observedGeneration: scaler.metadata.generation,
    currentReplicas: target?.status?.replicas ?? 0,
    desiredReplicas: desired,
    ...(replicas > 0 &&
      target && { currentMetrics: currentMetrics(cluster, scaler, target) }),
    conditions: conditions.reduce(
      (list, condition) => withCondition(list, condition, time),
      (scaler.status?.conditions ?? []) as any[],
    ),
  });
}

function currentMetrics(
  cluster: Cluster,
  scaler: Manifest,
  target: Manifest,
): any[] {
  const pods = podsOfDeployment(cluster, target);
  return (scaler.spec.metrics ?? [])
    .filter(
      ({ type, resource }: any) =>
        type === 'Resource' && resource.name === 'cpu',
    )
    .map(() => {
      const uses = pods.flatMap(pod =>
        pod.spec.containers.map((container: any) =>
          // The hour's first minute: a status that changed every minute would be written every minute.
          cpuUsage(
            pod,
            container,
            new Date(
              new Date(pod.metadata.creationTimestamp!).setMinutes(0, 0, 0),
            ),
          ),
        ),
      );
      const used = uses.reduce((sum, { used: each }) => sum + each, 0);
      const requested = uses.reduce(
        (sum, { requested: each }) => sum + each,
        0,
      );
      return {
        type: 'Resource',
        resource: {
          name: 'cpu',
          current: {
            averageValue: `${Math.round(used / Math.max(1, pods.length))}m`,
            averageUtilization: Math.round(
              (100 * used) / Math.max(1, requested),
            ),
          },
        },
      };
    });
}
