import type { SloSummary } from '@shopstack/plugin-slo-common';

/** The time over which a budget is counted, as of now. Unix seconds. */
export interface BudgetWindow {
  /** Absent for a rolling window. */
  startedAt?: number;
  /** Of the whole window. */
  seconds: number;
}

export function budgetWindowOf({
  window,
}: Pick<SloSummary, 'window'>): BudgetWindow {
  const startedAt =
    window.kind === 'calendar' && window.startedAt
      ? Date.parse(window.startedAt) / 1000
      : undefined;
  return {
    seconds: window.seconds,
    ...(startedAt !== undefined && { startedAt }),
  };
}

/** How much of the window has passed, at least a minute; of a rolling one all has. */
export function elapsedSeconds(
  { startedAt, seconds }: BudgetWindow,
  now: number,
): number {
  return startedAt === undefined
    ? seconds
    : Math.max(60, Math.min(seconds, Math.round(now - startedAt)));
}
