import { prometheusDuration } from '../domain';
import { SLICE_SERIES } from './names';
import type { SloPlan } from './planSlo';

/**
 * Reduces the slices of a window: their average is the share of the budget unit that is bad, their count how many there
 * were. Slices without traffic are none. A window shorter than a slice is the last slice.
 *
 * @returns undefined for objectives that count events
 */
export function overSlices(
  { slo: { budgeting }, selector }: SloPlan,
  windowSeconds: number,
  reduce: 'avg_over_time' | 'count_over_time',
): string | undefined {
  if (budgeting.method === 'occurrences') return undefined;
  const { sliceSeconds } = budgeting;
  const window = prometheusDuration(Math.max(windowSeconds, sliceSeconds));
  const slice = prometheusDuration(sliceSeconds);
  return `${reduce}(${SLICE_SERIES}${selector}[${window}:${slice}])`;
}
