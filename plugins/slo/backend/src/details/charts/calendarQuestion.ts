import type { SloCalendar, SloSummary } from '@shopstack/plugin-slo-common';
import type { SloSpecification } from '@shopstack/plugin-slo-common/rules';
import type { CalendarQuestion } from './calendarPlan';
import type { ParsedRange } from './chartRange';

const UNITS: readonly SloCalendar[] = ['week', 'month', 'quarter', 'year'];

/**
 * The calendar window that a chart means: the one that is asked for, else the objective's own, else the month; in the
 * time zone of the objective, UTC where it has none.
 */
export function calendarQuestionOf(
  { window }: Pick<SloSummary, 'window'>,
  specification: Pick<SloSpecification, 'timeWindow'> | undefined,
  range: ParsedRange,
): CalendarQuestion {
  const own = specification?.timeWindow;
  const timeZone = own?.kind === 'calendar' ? own.timeZone : undefined;
  if (range.kind === 'calendar') {
    return { window: range.calendar, ...(timeZone && { timeZone }) };
  }
  if (own?.kind === 'calendar') return { window: own, timeZone };
  const named = UNITS.find(unit => unit === window.text);
  return { window: named ?? 'month' };
}
