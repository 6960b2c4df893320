import {
  burnRate,
  listWindows,
  SLOTH_WINDOWS_28D,
  SLOTH_WINDOWS_30D,
  windowFactor,
} from '@shopstack/plugin-slo-common';

/** Whether both windows of one of the usual pairs burn faster than they may. */
export function exceedsWindows({
  objective,
  periodSeconds,
  ratios,
}: {
  objective: number;
  periodSeconds: number;
  /** Shares of errors by the seconds of their windows. */
  ratios: ReadonlyMap<number, number>;
}): boolean {
  const windows =
    periodSeconds === SLOTH_WINDOWS_28D.periodSeconds
      ? SLOTH_WINDOWS_28D
      : SLOTH_WINDOWS_30D;
  const burn = (seconds: number) =>
    burnRate(ratios.get(seconds) ?? NaN, objective);
  return listWindows(windows).some(
    ({ errorBudgetPercent, shortSeconds, longSeconds }) => {
      const factor = windowFactor({
        budgetPercent: errorBudgetPercent,
        periodSeconds,
        longSeconds,
      });
      return burn(shortSeconds) > factor && burn(longSeconds) > factor;
    },
  );
}
