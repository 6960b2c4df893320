import { errorBudget } from './budget';

/** How a calendar window's budget was spent, step by step; shares, one value at the end of each step. */
export interface CalendarBurnDown {
  /** What was left; null from the current step's end on. */
  remaining: (number | null)[];
  /** What would be left if it were spent evenly. */
  ideal: number[];
}

/**
 * Burns a calendar window's budget down. Every step owns an equal part of it; a step spends its share of errors, and a
 * step without data spends nothing. The algorithm is Sloth's (`ListBurnedBudgetRange`), with shares for percents.
 *
 * @param errorRatios - one for each step that has begun, undefined or NaN where there is no data
 * @param steps - of the whole window
 */
export function calendarBurnDown({
  objective,
  errorRatios,
  steps,
}: {
  objective: number;
  errorRatios: readonly (number | null | undefined)[];
  steps: number;
}): CalendarBurnDown {
  const whole = errorBudget(objective) * steps;
  const remaining: (number | null)[] = [];
  let spent = 0;
  for (let step = 0; step < steps; step += 1) {
    const ratio = errorRatios[step];
    if (ratio !== null && ratio !== undefined && Number.isFinite(ratio)) {
      spent += ratio;
    }
    remaining.push(step < errorRatios.length ? (whole - spent) / whole : null);
  }
  const ideal = Array.from(
    { length: steps },
    (_, step) => (steps - step - 1) / steps,
  );
  return { remaining, ideal };
}
