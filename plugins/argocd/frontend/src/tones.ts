import type {
  ArgocdHealthStatus,
  ArgocdOperationPhase,
  ArgocdRollout,
  ArgocdSyncStatus,
} from '@shopstack/plugin-argocd-common';
import type { StatusTone } from '@shopstack/plugin-kit-react';

export const SYNC_TONES: Record<ArgocdSyncStatus, StatusTone> = {
  Synced: 'ok',
  OutOfSync: 'warning',
  Unknown: 'unknown',
};

export const HEALTH_TONES: Record<ArgocdHealthStatus, StatusTone> = {
  Healthy: 'ok',
  Progressing: 'progress',
  Degraded: 'danger',
  Suspended: 'warning',
  Missing: 'warning',
  Unknown: 'unknown',
};

export const OPERATION_TONES: Record<ArgocdOperationPhase, StatusTone> = {
  Running: 'progress',
  Terminating: 'progress',
  Failed: 'danger',
  Error: 'danger',
  Succeeded: 'ok',
  Unknown: 'unknown',
};

export const ROLLOUT_TONES: Record<ArgocdRollout['phase'], StatusTone> = {
  Healthy: 'ok',
  Progressing: 'progress',
  Paused: 'warning',
  Degraded: 'danger',
  Unknown: 'unknown',
};

export const ANALYSIS_TONES: Record<
  ArgocdRollout['analysis'][number]['phase'],
  StatusTone
> = {
  Pending: 'none',
  Running: 'progress',
  Successful: 'ok',
  Failed: 'danger',
  Error: 'danger',
  Inconclusive: 'warning',
  Unknown: 'unknown',
};
