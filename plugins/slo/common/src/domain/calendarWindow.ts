import { DateTime } from 'luxon';
import type { SloCalendar } from '../api/types';
import type { TimeWindow } from './TimeWindow';

/** A calendar window around a moment. ISO strings in UTC. */
export interface CalendarWindow {
  startedAt: string;
  endsAt: string;
  /** From start to end, which daylight saving makes an hour more or less. */
  seconds: number;
}

/**
 * The calendar window that holds `now`: of an objective, counted from its own start time in its own zone; or the usual
 * week (from Monday), month, quarter or year in a zone, UTC by default.
 *
 * @throws RangeError when the zone or the start time is none.
 */
export function calendarWindow(
  window: Extract<TimeWindow, { kind: 'calendar' }> | SloCalendar,
  now: Date,
  zone: string = 'utc',
): CalendarWindow {
  if (typeof window === 'string') {
    const moment = valid(DateTime.fromJSDate(now, { zone }));
    const start = moment.startOf(window);
    return between(start, start.plus({ [window]: 1 }));
  }
  const { unit, count, startTime, timeZone } = window;
  const origin = valid(DateTime.fromISO(startTime, { zone: timeZone }));
  const moment = valid(DateTime.fromJSDate(now, { zone: timeZone }));
  const at = (index: number) => origin.plus({ [unit]: index * count });
  let index = Math.floor(moment.diff(origin, unit).as(unit) / count);
  // Months have no one length: the quotient may be off by one at the edges.
  while (at(index) > moment) index -= 1;
  while (at(index + 1) <= moment) index += 1;
  return between(at(index), at(index + 1));
}

function valid(moment: DateTime): DateTime<true> {
  if (!moment.isValid) {
    throw new RangeError(
      moment.invalidExplanation ?? 'Not a moment of a calendar',
    );
  }
  return moment as DateTime<true>;
}

function between(start: DateTime, end: DateTime): CalendarWindow {
  return {
    startedAt: start.toUTC().toISO()!,
    endsAt: end.toUTC().toISO()!,
    seconds: end.diff(start).as('seconds'),
  };
}
