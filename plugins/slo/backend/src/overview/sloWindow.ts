import {
  type CalendarWindow,
  calendarWindow,
  formatDuration,
  type SloWindow,
  type TimeWindow,
} from '@shopstack/plugin-slo-common';
import type { RecordedCalendar, RecordedSlo } from './InstanceOverview';

type CalendarTimeWindow = Extract<TimeWindow, { kind: 'calendar' }>;
type Windowed = Pick<RecordedSlo, 'calendar' | 'periodSeconds'>;

/** The window that the numbers of an objective are about. */
export interface ShownWindow {
  window: SloWindow;
  /** Why it is not the calendar window that the objective has; a sentence. */
  note?: string;
}

/**
 * Tells the windows of objectives around a moment, each calendar window computed once. A calendar window of which it is
 * not known when it begins, or what was spent since, is the rolling one of its usual length, and says so.
 *
 * @param now - of Prometheus, Unix seconds
 * @param unread - ISO; the beginnings of windows of which nobody reads what was spent
 */
export function sloWindows(
  now: number | undefined,
  unread: readonly string[] = [],
): (slo: Windowed) => ShownWindow {
  const known = new Map<string, CalendarWindow | undefined>();
  const current = (calendar: RecordedCalendar) => {
    const key = JSON.stringify(calendar);
    if (!known.has(key)) known.set(key, around(calendar, now));
    return known.get(key);
  };
  return ({ calendar, periodSeconds }) => {
    const text = formatDuration(periodSeconds);
    const rolling = { kind: 'rolling' as const, seconds: periodSeconds, text };
    if (!calendar) return { window: rolling };
    const window = current(calendar);
    if (window && !unread.includes(window.startedAt)) {
      return { window: { kind: 'calendar', text: calendar.text, ...window } };
    }
    return {
      window: { ...rolling, text: `rolling ${text}` },
      note: `The numbers are those of the rolling ${text}: ${whyRolling(calendar, window)}.`,
    };
  };
}

function whyRolling(
  { text, startTime, timeZone }: RecordedCalendar,
  window: CalendarWindow | undefined,
): string {
  if (window) {
    return 'the calendar windows of this Prometheus begin at more different times than are read';
  }
  return startTime && timeZone
    ? 'the labels that say when its calendar window begins are not understood'
    : `its rules do not say when the ${text} begins, and have to be generated anew`;
}

/** Labels may hold anything: a zone or a date that is none tells nothing. */
function around(
  calendar: RecordedCalendar,
  now: number | undefined,
): CalendarWindow | undefined {
  const window = timeWindowOf(calendar);
  if (!window || now === undefined) return undefined;
  try {
    return calendarWindow(window, new Date(now * 1000));
  } catch {
    return undefined;
  }
}

function timeWindowOf({
  text,
  startTime,
  timeZone,
}: RecordedCalendar): CalendarTimeWindow | undefined {
  const [, count = '1', unit] =
    /^(?:([1-9]\d{0,2}) )?(day|week|month|quarter|year)s?$/.exec(text) ?? [];
  return unit && startTime && timeZone
    ? {
        kind: 'calendar',
        unit: unit as CalendarTimeWindow['unit'],
        count: Number(count),
        startTime,
        timeZone,
      }
    : undefined;
}
