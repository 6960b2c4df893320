import type { TimeWindow } from '../domain';

const DAY = 86_400;

/** Nominal lengths: rules cannot follow a calendar, so that they see a rolling window of the usual length. */
const UNITS = {
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
  quarter: 90 * DAY,
  year: 365 * DAY,
};

/** Seconds that the rules of a window look back; `defaultSeconds` where none is stated. */
export function periodOf(
  window: TimeWindow | undefined,
  defaultSeconds: number,
): number {
  if (!window) return defaultSeconds;
  return window.kind === 'rolling'
    ? window.seconds
    : window.count * UNITS[window.unit];
}
