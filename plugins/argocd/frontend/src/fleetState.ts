import type { ArgocdApplicationSummary } from '@shopstack/plugin-argocd-common';
import type { StatusTone } from '@shopstack/plugin-kit-react';

/** How an application stands in one word, the worst first. */
export const FLEET_STATES = [
  'degraded',
  'failed',
  'outOfSync',
  'progressing',
  'unknown',
  'fine',
] as const;

export type FleetState = (typeof FLEET_STATES)[number];

export const FLEET_TONES: Record<FleetState, StatusTone> = {
  degraded: 'danger',
  failed: 'danger',
  outOfSync: 'warning',
  progressing: 'progress',
  unknown: 'unknown',
  fine: 'ok',
};

/** What an application asks for first: what runs badly, then what was refused, then what differs from git. */
export function fleetState(application: ArgocdApplicationSummary): FleetState {
  const { sync, health, operation } = application;
  if (health === 'Degraded' || health === 'Missing') return 'degraded';
  if (operation === 'Failed' || operation === 'Error') return 'failed';
  if (operation === 'Running' || operation === 'Terminating') {
    return 'progressing';
  }
  if (sync === 'OutOfSync') return 'outOfSync';
  if (health === 'Progressing') return 'progressing';
  return sync === 'Unknown' || health === 'Unknown' ? 'unknown' : 'fine';
}

/** The worst first, then by name. */
export function worstFirst(
  a: ArgocdApplicationSummary,
  b: ArgocdApplicationSummary,
): number {
  const rank = (each: ArgocdApplicationSummary) =>
    FLEET_STATES.indexOf(fleetState(each));
  return rank(a) - rank(b) || a.name.localeCompare(b.name);
}
