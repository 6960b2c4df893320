import type { TimeWindow } from '../../domain/TimeWindow';

type CalendarUnit = Extract<TimeWindow, { kind: 'calendar' }>['unit'];

/** A duration as OpenSLO writes it: a whole number and one letter, whose case counts (`1m` is a minute, `1M` a month). */
export interface Shorthand {
  count: number;
  letter: string;
  /** A month counts as 30 days, a quarter as 90, a year as 365: the specification leaves it open. */
  seconds: number;
  /** Absent for minutes and hours, by which no calendar is cut. */
  calendarUnit?: CalendarUnit;
}

const DAY = 86_400;
const LETTERS: Record<
  string,
  { seconds: number; calendarUnit?: CalendarUnit }
> = {
  m: { seconds: 60 },
  h: { seconds: 3_600 },
  d: { seconds: DAY, calendarUnit: 'day' },
  w: { seconds: 7 * DAY, calendarUnit: 'week' },
  M: { seconds: 30 * DAY, calendarUnit: 'month' },
  Q: { seconds: 90 * DAY, calendarUnit: 'quarter' },
  Y: { seconds: 365 * DAY, calendarUnit: 'year' },
};

/** Lengths of the units of calendars, as the shorthand counts them. */
export const CALENDAR_SECONDS = Object.fromEntries(
  Object.values(LETTERS).map(({ calendarUnit, seconds }) => [
    calendarUnit,
    seconds,
  ]),
) as Record<CalendarUnit, number>;

/** Undefined when the text is no such duration. */
export function parseShorthand(text: string): Shorthand | undefined {
  const match = /^([1-9]\d{0,5})([mhdwMQY])$/.exec(text);
  if (!match) return undefined;
  const { seconds, calendarUnit } = LETTERS[match[2]];
  return {
    count: Number(match[1]),
    letter: match[2],
    seconds: Number(match[1]) * seconds,
    ...(calendarUnit ? { calendarUnit } : {}),
  };
}

/** What is said of a duration that is none. */
export const SHORTHAND_REASON =
  'must be a whole number and one of m (minutes), h, d, w, M (months), Q, Y, as in 28d or 1M';
