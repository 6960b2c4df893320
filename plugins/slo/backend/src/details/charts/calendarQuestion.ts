import type { SloSummary } from '@shopstack/plugin-slo-common';
import type { SloSpecification } from '@shopstack/plugin-slo-common/rules';
import type { CalendarQuestion } from './calendarPlan';
import type { ParsedRange } from './chartRange';

/**
 * The calendar window that a chart means: the objective's own, unless one of another length is asked for; that one, or the
 * month, in the time zone that the objective's file states, UTC where it states none.
 */
export function calendarQuestionOf(
  { window }: Pick<SloSummary, 'window'>,
  specification: Pick<SloSpecification, 'timeWindow'> | undefined,
  range: ParsedRange,
): CalendarQuestion {
  const own = specification?.timeWindow;
  const timeZone = own?.kind === 'calendar' ? own.timeZone : undefined;
  const isOwn = range.kind !== 'calendar' || range.calendar === window.text;
  const { startedAt, endsAt, seconds } = window;
  if (isOwn && startedAt && endsAt) {
    return { window: { startedAt, endsAt, seconds }, timeZone };
  }
  if (range.kind === 'calendar') {
    return { window: range.calendar, ...(timeZone && { timeZone }) };
  }
  if (own?.kind === 'calendar') return { window: own, timeZone };
  return { window: 'month' };
}
