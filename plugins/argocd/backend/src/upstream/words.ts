import type {
  ArgocdHealthStatus,
  ArgocdOperationPhase,
  ArgocdRollout,
  ArgocdSyncStatus,
} from '@shopstack/plugin-argocd-common';

const SYNC: readonly ArgocdSyncStatus[] = ['Synced', 'OutOfSync', 'Unknown'];

const HEALTH: readonly ArgocdHealthStatus[] = [
  'Healthy',
  'Progressing',
  'Degraded',
  'Suspended',
  'Missing',
  'Unknown',
];

const PHASES: readonly ArgocdOperationPhase[] = [
  'Running',
  'Terminating',
  'Failed',
  'Error',
  'Succeeded',
  'Unknown',
];

type RolloutPhase = ArgocdRollout['phase'];
type AnalysisPhase = ArgocdRollout['analysis'][number]['phase'];

const ROLLOUT_PHASES: readonly RolloutPhase[] = [
  'Healthy',
  'Progressing',
  'Paused',
  'Degraded',
  'Unknown',
];

const ANALYSIS_PHASES: readonly AnalysisPhase[] = [
  'Pending',
  'Running',
  'Successful',
  'Failed',
  'Error',
  'Inconclusive',
  'Unknown',
];

/** A word that a newer Argo CD may bring is `Unknown`. */
const known =
  <T extends string>(words: readonly (T | 'Unknown')[]) =>
  (word: string | undefined): T | 'Unknown' =>
    words.find(candidate => candidate === word) ?? 'Unknown';

export const toSyncStatus = known<ArgocdSyncStatus>(SYNC);
export const toHealthStatus = known<ArgocdHealthStatus>(HEALTH);
export const toOperationPhase = known<ArgocdOperationPhase>(PHASES);
export const toRolloutPhase = known<RolloutPhase>(ROLLOUT_PHASES);
export const toAnalysisPhase = known<AnalysisPhase>(ANALYSIS_PHASES);
