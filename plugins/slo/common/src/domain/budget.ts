/**
 * The error budget as a share of all events. Computed as Sloth does, in percent first, because the odd last digits of
 * the double stand in its rules (99.9 gives 0.0009999999999999432).
 *
 * @param objective - percent, between 0 and 100
 */
export function errorBudget(objective: number): number {
  return (100 - objective) / 100;
}

/** How many times faster than allowed a share of errors spends the budget: 1 spends exactly all of it in the window. */
export function burnRate(errorRatio: number, objective: number): number {
  return errorRatio / errorBudget(objective);
}

/**
 * What is left of the budget when the window has this share of errors: 1 is all, 0 none, negative is overspent. The
 * same as `(SLI - objective) / (1 - objective)`.
 */
export function budgetRemaining(errorRatio: number, objective: number): number {
  return 1 - burnRate(errorRatio, objective);
}

/** The budget counted in events of the window so far. `left` is negative when it is overspent. */
export function eventsBudget({
  objective,
  total,
  bad,
}: {
  objective: number;
  total: number;
  bad: number;
}): { total: number; bad: number; allowed: number; left: number } {
  const allowed = total * errorBudget(objective);
  return { total, bad, allowed, left: allowed - bad };
}

/** The budget counted in minutes of the window, for objectives that count time. */
export function minutesBudget({
  objective,
  windowSeconds,
  remaining,
}: {
  objective: number;
  windowSeconds: number;
  /** Share of the budget that is left. */
  remaining: number;
}): { total: number; left: number } {
  const total = (windowSeconds / 60) * errorBudget(objective);
  return { total, left: total * remaining };
}

/**
 * In how many seconds the budget that is left ends at a burn rate: `remaining * window / burn`. (From a full budget it is
 * the `window / burn` that other tools show.) 0 when it has ended; undefined when nothing burns.
 */
export function exhaustsInSeconds({
  remaining,
  burn,
  windowSeconds,
}: {
  remaining: number;
  burn: number;
  windowSeconds: number;
}): number | undefined {
  if (Number.isNaN(remaining) || Number.isNaN(burn)) return undefined;
  if (remaining <= 0) return 0;
  return burn > 0 ? (remaining * windowSeconds) / burn : undefined;
}
