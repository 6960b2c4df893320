import {
  calendarWindow,
  formatDuration,
  type SloWindow,
  type TimeWindow,
} from '@shopstack/plugin-slo-common';
import type { RecordedCalendar } from './InstanceOverview';

type CalendarTimeWindow = Extract<TimeWindow, { kind: 'calendar' }>;

/**
 * The window of an objective for people.
 *
 * @param now - of Prometheus, Unix seconds
 */
export function sloWindow(
  {
    calendar,
    periodSeconds,
  }: { calendar?: RecordedCalendar; periodSeconds: number },
  now: number | undefined,
): SloWindow {
  if (!calendar) {
    return {
      kind: 'rolling',
      seconds: periodSeconds,
      text: formatDuration(periodSeconds),
    };
  }
  const window = timeWindowOf(calendar);
  const current = window && now !== undefined && around(window, now);
  return {
    kind: 'calendar',
    text: calendar.text,
    seconds: periodSeconds,
    ...current,
  };
}

/** A Monday, and the first day of a month, a quarter and a year. */
const USUAL_START = '2024-01-01T00:00:00';

/** Where nobody said when it begins: at midnight UTC. */
function timeWindowOf({
  text,
  startTime = USUAL_START,
  timeZone = 'UTC',
}: RecordedCalendar): CalendarTimeWindow | undefined {
  const [, count = '1', unit] =
    /^(?:(\d{1,3}) )?(day|week|month|quarter|year)s?$/.exec(text) ?? [];
  return unit && Number(count) > 0
    ? {
        kind: 'calendar',
        unit: unit as CalendarTimeWindow['unit'],
        count: Number(count),
        startTime,
        timeZone,
      }
    : undefined;
}

/** Labels may hold anything: a zone that is none tells nothing. */
function around(window: CalendarTimeWindow, now: number) {
  try {
    return calendarWindow(window, new Date(now * 1000));
  } catch {
    return undefined;
  }
}
