import type { ArgocdApplication } from '@shopstack/plugin-argocd-common';
import type { EnvironmentStateName } from '@shopstack/plugin-delivery-common';
import { wasReleased } from './release';
import type { EnvironmentWorkload } from './EnvironmentWorkload';

interface Judgement {
  state: EnvironmentStateName;
  reason?: string;
}

/** The last condition that says why an application cannot be compared or synced. */
function trouble(application: ArgocdApplication): string | undefined {
  return (
    application.conditions.find(({ type }) => /Error$/.test(type))?.message ??
    (application.operation && application.operation.phase !== 'Succeeded'
      ? application.operation.message
      : undefined) ??
    application.health.message
  );
}

const isSyncing = ({ operation }: ArgocdApplication) =>
  operation?.phase === 'Running';

function judgePods({
  desired,
  ready,
  trouble: why,
}: EnvironmentWorkload): Judgement {
  if (desired === 0) {
    return { state: 'running' };
  }
  return ready >= desired
    ? { state: 'running' }
    : {
        state: 'progressing',
        reason: `${ready} of ${desired} pods are ready${why ? `: ${why}` : ''}`,
      };
}

/**
 * How an environment stands, from its application and, where they could be read, its pods. An environment that
 * never had a release is not promoted yet, whatever its health says.
 */
export function environmentState(
  application: ArgocdApplication,
  workload: EnvironmentWorkload | undefined,
): Judgement {
  if (!wasReleased(application, workload)) {
    return { state: 'not-promoted' };
  }
  switch (application.health.status) {
    case 'Degraded':
      return { state: 'degraded', reason: trouble(application) };
    case 'Missing':
      return isSyncing(application)
        ? { state: 'progressing' }
        : {
            state: 'degraded',
            reason: trouble(application) ?? 'Its resources are missing',
          };
    case 'Progressing':
    case 'Suspended':
      return { state: 'progressing', reason: trouble(application) };
    case 'Healthy':
      if (isSyncing(application)) {
        return { state: 'progressing', reason: 'A sync is running' };
      }
      return workload ? judgePods(workload) : { state: 'running' };
    default:
      return {
        state: 'unknown',
        reason: trouble(application) ?? 'Argo CD does not know its health',
      };
  }
}
