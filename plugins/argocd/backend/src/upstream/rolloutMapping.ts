import type { ArgocdRollout } from '@shopstack/plugin-argocd-common';
import type { WireAnalysis, WireRollout } from './rolloutWire';
import { toAnalysisPhase, toRolloutPhase } from './words';

/** Progress of a Rollout. Its status repeats the state of the AnalysisRuns, so that they need no call of their own. */
export function toRollout(
  { metadata, spec, status }: WireRollout,
  namespace: string,
): ArgocdRollout {
  const { canary, blueGreen } = spec?.strategy ?? {};
  const steps = canary?.steps;
  return {
    name: metadata.name,
    namespace: metadata.namespace ?? namespace,
    phase: toRolloutPhase(status?.phase),
    message: status?.message || undefined,
    strategy: strategyOf(Boolean(canary), Boolean(blueGreen)),
    ...(steps?.length && {
      step: Math.min(status?.currentStepIndex ?? 0, steps.length),
      steps: steps.length,
    }),
    ...(canary && { weight: weightOf({ spec, status }) }),
    stableRevision: status?.stableRS || undefined,
    currentRevision: status?.currentPodHash || undefined,
    analysis: [
      status?.canary?.currentStepAnalysisRunStatus,
      status?.canary?.currentBackgroundAnalysisRunStatus,
      status?.blueGreen?.prePromotionAnalysisRunStatus,
      status?.blueGreen?.postPromotionAnalysisRunStatus,
    ].flatMap(toAnalysis),
  };
}

function strategyOf(
  canary: boolean,
  blueGreen: boolean,
): ArgocdRollout['strategy'] {
  if (canary) {
    return 'canary';
  }
  return blueGreen ? 'blue-green' : 'unknown';
}

/** What the traffic router reports; without one, what the last step with a weight asked for. */
function weightOf({
  spec,
  status,
}: Pick<WireRollout, 'spec' | 'status'>): number | undefined {
  const routed = status?.canary?.weights?.canary?.weight;
  if (routed !== undefined) {
    return routed;
  }
  if (!status || status.abort) {
    return status && 0;
  }
  if (status.stableRS && status.stableRS === status.currentPodHash) {
    return 100;
  }
  const steps = spec?.strategy?.canary?.steps ?? [];
  const at = status.currentStepIndex ?? 0;
  if (at >= steps.length) {
    return 100;
  }
  return (
    steps.slice(0, at + 1).findLast(step => step?.setWeight !== undefined)
      ?.setWeight ?? 0
  );
}

function toAnalysis(analysis: WireAnalysis): ArgocdRollout['analysis'] {
  return analysis
    ? [
        {
          name: analysis.name,
          phase: toAnalysisPhase(analysis.status),
          message: analysis.message || undefined,
        },
      ]
    : [];
}
