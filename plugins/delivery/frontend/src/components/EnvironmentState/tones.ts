import type { EnvironmentStateName } from '@shopstack/plugin-delivery-common';
import type { StatusTone } from '@shopstack/plugin-kit-react';

export const STATE_TONES: Record<EnvironmentStateName, StatusTone> = {
  running: 'ok',
  progressing: 'progress',
  degraded: 'danger',
  'not-promoted': 'none',
  unknown: 'unknown',
};

const SYNC_TONES: Record<string, StatusTone> = {
  Synced: 'ok',
  OutOfSync: 'warning',
};

const HEALTH_TONES: Record<string, StatusTone> = {
  Healthy: 'ok',
  Progressing: 'progress',
  Degraded: 'danger',
  Missing: 'warning',
  Suspended: 'warning',
};

/** Tone of a sync status word of Argo CD. */
export function syncTone(word: string): StatusTone {
  return SYNC_TONES[word] ?? 'unknown';
}

/** Tone of a health status word of Argo CD. */
export function healthTone(word: string): StatusTone {
  return HEALTH_TONES[word] ?? 'unknown';
}
