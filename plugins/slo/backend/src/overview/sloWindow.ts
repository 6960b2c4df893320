import {
  calendarWindow,
  formatDuration,
  type SloCalendar,
  type SloWindow,
} from '@shopstack/plugin-slo-common';

const CALENDARS: readonly string[] = ['week', 'month', 'quarter', 'year'];

/**
 * The window of an objective for people. Series do not say at which hour of which zone a calendar window begins; here it
 * begins at midnight UTC, and a file of the entity that says otherwise is believed.
 *
 * @param now - of Prometheus, Unix seconds
 */
export function sloWindow(
  { calendar, periodSeconds }: { calendar?: string; periodSeconds: number },
  now: number | undefined,
): SloWindow {
  if (!calendar) {
    return {
      kind: 'rolling',
      seconds: periodSeconds,
      text: formatDuration(periodSeconds),
    };
  }
  const window = { kind: 'calendar' as const, text: calendar };
  return now !== undefined && isCalendar(calendar)
    ? { ...window, ...calendarWindow(calendar, new Date(now * 1000)) }
    : { ...window, seconds: periodSeconds };
}

function isCalendar(text: string): text is SloCalendar {
  return CALENDARS.includes(text);
}
