import type { WorkloadAutoscaler } from '@shopstack/plugin-workloads-common';
import type { WireAutoscaler } from './wire';

/** Conditions of autoscaling/v2 that say it cannot do what it should, by the status that says so. */
const LIMITS: [type: string, status: string][] = [
  ['AbleToScale', 'False'],
  ['ScalingActive', 'False'],
  ['ScalingLimited', 'True'],
];

/** At its lower limit an autoscaler says `ScalingLimited`, too, which is how an idle service should be. */
const IDLE = 'TooFewReplicas';

/** A service that is scaled to zero has its autoscaler disabled on purpose. */
const DISABLED = 'ScalingDisabled';

export function toAutoscaler({
  metadata,
  spec,
  status,
}: WireAutoscaler): WorkloadAutoscaler {
  const limits = (status?.conditions ?? []).filter(
    condition =>
      LIMITS.some(
        ([type, holds]) =>
          condition.type === type && condition.status === holds,
      ) &&
      condition.reason !== IDLE &&
      condition.reason !== DISABLED,
  );
  const [limit] = limits;
  return {
    name: metadata.name,
    min: spec.minReplicas ?? 1,
    max: spec.maxReplicas,
    current: status?.currentReplicas,
    desired: status?.desiredReplicas,
    limited: limit !== undefined,
    ...(limit && { message: limit.message ?? limit.reason }),
  };
}
