import type { SloState, SloSummary } from '@shopstack/plugin-slo-common';

/** States in which numbers, where there are any, mean nothing. */
const UNMEASURED: ReadonlySet<SloState> = new Set([
  'invalid-sli',
  'rules-not-loaded',
  'no-data',
]);

/** What is left of the budget; undefined where nothing was measured that could be believed. */
export function measuredBudget({
  state,
  budget,
}: Pick<SloSummary, 'state' | 'budget'>): number | undefined {
  return UNMEASURED.has(state) ? undefined : budget.remaining;
}

/** Whether numbers of an objective can be believed. */
export function isMeasured(slo: Pick<SloSummary, 'state' | 'budget'>): boolean {
  return measuredBudget(slo) !== undefined;
}
