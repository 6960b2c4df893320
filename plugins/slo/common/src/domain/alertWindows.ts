import type { SloSeverity } from '../api/types';

/** One pair of windows: an alert holds while both burn faster than the factor allows. */
export interface AlertWindow {
  /** Share of the whole budget, in percent, that the long window spends at the threshold. */
  errorBudgetPercent: number;
  shortSeconds: number;
  longSeconds: number;
}

/** Pairs of windows for objectives of one period. */
export interface AlertWindows {
  periodSeconds: number;
  page: { quick: AlertWindow; slow: AlertWindow };
  ticket: { quick: AlertWindow; slow: AlertWindow };
}

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

/** The windows that the SRE workbook recommends; Sloth has them for 30 and for 28 days. */
function workbookWindows(periodSeconds: number): AlertWindows {
  return {
    periodSeconds,
    page: {
      quick: {
        errorBudgetPercent: 2,
        shortSeconds: 5 * MINUTE,
        longSeconds: HOUR,
      },
      slow: {
        errorBudgetPercent: 5,
        shortSeconds: 30 * MINUTE,
        longSeconds: 6 * HOUR,
      },
    },
    ticket: {
      quick: {
        errorBudgetPercent: 10,
        shortSeconds: 2 * HOUR,
        longSeconds: DAY,
      },
      slow: {
        errorBudgetPercent: 10,
        shortSeconds: 6 * HOUR,
        longSeconds: 3 * DAY,
      },
    },
  };
}

export const SLOTH_WINDOWS_30D = workbookWindows(30 * DAY);
export const SLOTH_WINDOWS_28D = workbookWindows(28 * DAY);

/**
 * Burn rate at which a long window spends its share of the budget: `percent / 100 * period / long`, in hours and in this
 * order, so that the doubles are Sloth's (28 days give 5.6000000000000005).
 */
export function windowFactor({
  budgetPercent,
  periodSeconds,
  longSeconds,
}: {
  budgetPercent: number;
  periodSeconds: number;
  longSeconds: number;
}): number {
  return (budgetPercent * hoursOf(periodSeconds)) / 100 / hoursOf(longSeconds);
}

/** Whole hours and the rest of one, as Go adds them up: a plain quotient differs in the last digit, as for 100 minutes. */
function hoursOf(seconds: number): number {
  return Math.floor(seconds / HOUR) + (seconds % HOUR) / HOUR;
}

/** The four pairs in the order of a burn table: pages first, the quick one first. */
export function listWindows(
  windows: AlertWindows,
): (AlertWindow & { severity: SloSeverity; speed: 'quick' | 'slow' })[] {
  return (['page', 'ticket'] as const).flatMap(severity =>
    (['quick', 'slow'] as const).map(speed => ({
      severity,
      speed,
      ...windows[severity][speed],
    })),
  );
}
