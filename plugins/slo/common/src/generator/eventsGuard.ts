import { WINDOW_LABEL, errorRatioSeries, totalSeries } from './names';
import type { SloPlan } from './planSlo';
import { countsEvents } from './totalRules';

/** So many bad events alert however few events there were. */
const ENOUGH_BAD_EVENTS = 5;

/**
 * Keeps an alert quiet that rests on a handful of events, which a service that is new or has little traffic gives: the
 * window must hold so many that the objective allows at least one of them to be bad (then as many bad ones as the burn
 * factor says are needed), or 5 bad ones, so that a service with little traffic that fails altogether alerts too.
 * With less than one allowed, 5 bad events come about by chance less than once in 250 windows.
 *
 * @returns undefined in sloth mode, and where the events of the SLI cannot be counted
 */
export function eventsGuard(
  plan: SloPlan,
  windowSeconds: number,
): string | undefined {
  if (plan.options.mode === 'sloth' || !countsEvents(plan)) return undefined;
  const total = `${totalSeries(windowSeconds)}${plan.selector}`;
  const errors = `${errorRatioSeries(windowSeconds)}${plan.selector}`;
  return [
    '(',
    `    max(${total} * ${plan.budget} >= 1) without (${WINDOW_LABEL})`,
    '    or',
    `    max(${errors} * ${total} >= ${ENOUGH_BAD_EVENTS}) without (${WINDOW_LABEL})`,
    ')',
  ].join('\n');
}
