import { DateTime, IANAZone } from 'luxon';
import type { TimeWindow } from '../../domain/TimeWindow';
import type { Mapping } from '../yaml/Mapping';
import {
  CALENDAR_SECONDS,
  SHORTHAND_REASON,
  type Shorthand,
  parseShorthand,
} from './shorthand';

/** Reads the one window that `timeWindow` may list. Undefined where there is none, or where it is wrong and told so. */
export function readTimeWindow(spec: Mapping): TimeWindow | undefined {
  const windows = spec.children('timeWindow');
  if (!windows || windows.length === 0) return undefined;
  const [window, second] = windows;
  if (second) {
    spec.problems.refuse(
      { offset: second.offset, path: second.path },
      'only one time window is supported',
    );
  }
  window.only(['duration', 'isRolling', 'calendar']);
  const text = window.requiredText('duration');
  const isRolling = window.flag('isRolling') ?? !window.has('calendar');
  if (text === undefined) return undefined;
  const duration = parseShorthand(text);
  if (!duration) {
    spec.problems.refuse(window.place('duration'), SHORTHAND_REASON);
    return undefined;
  }
  if (!isRolling) return readCalendar(window, duration);
  if (window.has('calendar')) {
    spec.problems.refuse(
      window.keyPlace('calendar'),
      'a rolling window has no calendar',
    );
  }
  return { kind: 'rolling', seconds: duration.seconds };
}

function readCalendar(
  window: Mapping,
  { count, letter, calendarUnit }: Shorthand,
): TimeWindow | undefined {
  const calendar = window.requiredChild('calendar');
  if (!calendarUnit) {
    window.problems.refuse(
      window.place('duration'),
      `a calendar window lasts days or longer${letter === 'm' ? '; a month is written 1M' : ''}`,
    );
    return undefined;
  }
  if (!calendar) return undefined;
  calendar.only(['startTime', 'timeZone']);
  const startTime = calendar.requiredText('startTime')?.replace(' ', 'T');
  const timeZone = calendar.requiredText('timeZone');
  if (startTime !== undefined && !isLocalTime(startTime)) {
    window.problems.refuse(
      calendar.place('startTime'),
      'must be a date and time without zone, as in 2026-01-01 00:00:00',
    );
  }
  if (timeZone !== undefined && !IANAZone.isValidZone(timeZone)) {
    window.problems.refuse(
      calendar.place('timeZone'),
      'must be a time zone by its IANA name, as in Europe/Berlin',
    );
  }
  return startTime === undefined || timeZone === undefined
    ? undefined
    : { kind: 'calendar', unit: calendarUnit, count, startTime, timeZone };
}

function isLocalTime(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text) &&
    DateTime.fromISO(text, { zone: 'utc' }).isValid
  );
}

/** How long a window is; months, quarters and years by the lengths of the shorthand. */
export function secondsOf(window: TimeWindow): number {
  if (window.kind === 'rolling') return window.seconds;
  return window.count * CALENDAR_SECONDS[window.unit];
}
