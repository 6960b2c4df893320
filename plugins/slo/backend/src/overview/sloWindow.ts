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
): (slo: Windowed) => SloWindow {
  const known = new Map<string, CalendarWindow | undefined>();
  const current = (calendar: RecordedCalendar) => {
    const key = JSON.stringify(calendar);
    if (!known.has(key)) known.set(key, around(calendar, now));
    return known.get(key);
  };
  return ({ calendar, periodSeconds }) => {
    const window = calendar && current(calendar);
    if (window && !unread.includes(window.startedAt)) {
      return { kind: 'calendar', text: calendar.text, ...window };
    }
    const text = formatDuration(periodSeconds);
    return {
      kind: 'rolling',
      seconds: periodSeconds,
      text: calendar ? `rolling ${text}` : text,
    };
  };
}

/** Why the numbers of an objective are not those of the calendar window that it has; undefined where they are. */
export function rollingReason(
  { calendar }: Windowed,
  { kind, text }: SloWindow,
): string | undefined {
  if (!calendar || kind === 'calendar') return undefined;
  const isKnown = calendar.startTime && calendar.timeZone;
  return isKnown
    ? `The numbers are those of the ${text}: the windows of this Prometheus begin at more times than are read, or its labels are not understood.`
    : `The numbers are those of the ${text}: its rules do not say when the ${calendar.text} begins, and have to be generated anew.`;
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
