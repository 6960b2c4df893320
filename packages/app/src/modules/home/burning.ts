import type { ListedSlos } from '@shopstack/plugin-slo';
import { URGENT_STATES } from '@shopstack/plugin-slo';
import { compareSlos, type SloSummary } from '@shopstack/plugin-slo-common';

/** The objectives that burn or are exhausted, the worst first. */
export function burningOf(slos: ListedSlos | undefined): SloSummary[] {
  return (slos?.items ?? [])
    .filter(({ state }) => URGENT_STATES.includes(state))
    .sort(compareSlos);
}

/** Of each service the objective that is worst. */
export function worstOfServices(
  slos: ListedSlos | undefined,
): Map<string, SloSummary> {
  const worst = new Map<string, SloSummary>();
  for (const slo of [...(slos?.items ?? [])].sort(compareSlos)) {
    if (slo.entityRef && !worst.has(slo.entityRef)) {
      worst.set(slo.entityRef, slo);
    }
  }
  return worst;
}
