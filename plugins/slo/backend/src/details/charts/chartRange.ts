import { InputError } from '@backstage/errors';
import {
  calendarWindow,
  parseDuration,
  prometheusDuration,
  type SloCalendar,
  type SloChartRange,
} from '@shopstack/plugin-slo-common';
import { type ChartGrid, gridBetween, gridUntil } from './ChartGrid';

/** A range that was understood. Seconds; `from` and `to` are Unix seconds. */
export type ParsedRange =
  | { kind: 'last'; seconds: number }
  | { kind: 'between'; from: number; to: number }
  | { kind: 'calendar'; calendar: SloCalendar };

const CALENDARS: readonly SloCalendar[] = ['week', 'month', 'quarter', 'year'];

const SHORTEST_SECONDS = 60;
const LONGEST_SECONDS = 2 * 366 * 86_400;

/**
 * Reads what part of time a chart is asked for.
 *
 * @throws InputError when it is malformed, shorter than a minute, or longer than two years.
 */
export function parseChartRange(range: SloChartRange): ParsedRange {
  if ('last' in range) {
    const seconds = parseDuration(range.last);
    if (seconds === undefined) {
      throw new InputError(
        "The query parameter 'last' is malformed: no duration such as 1h or 30d",
      );
    }
    return { kind: 'last', seconds: checkedLength(seconds) };
  }
  if ('calendar' in range) {
    if (!CALENDARS.includes(range.calendar)) {
      throw new InputError(
        `The query parameter 'calendar' is malformed: one of ${CALENDARS.join(', ')}`,
      );
    }
    return { kind: 'calendar', calendar: range.calendar };
  }
  const [from, to] = [range.from, range.to].map(
    text => Date.parse(text) / 1000,
  );
  if (
    !Number.isFinite(from) ||
    !Number.isFinite(to) ||
    from < 0 ||
    from >= to
  ) {
    throw new InputError(
      "The query parameters 'from' and 'to' are malformed: two moments (ISO), the earlier first",
    );
  }
  checkedLength(to - from);
  return { kind: 'between', from, to };
}

function checkedLength(seconds: number): number {
  if (seconds < SHORTEST_SECONDS || seconds > LONGEST_SECONDS) {
    throw new InputError(
      'A range is at least one minute and at most two years',
    );
  }
  return seconds;
}

/** The points of a range, as of now (Unix seconds). What has not come yet is left out. */
export function gridOf(
  range: ParsedRange,
  now: number,
  timeZone?: string,
): ChartGrid {
  switch (range.kind) {
    case 'last':
      return gridUntil(now, range.seconds);
    case 'between':
      return gridBetween(
        Math.min(range.from, now - SHORTEST_SECONDS),
        Math.min(range.to, now),
      );
    default: {
      const { startedAt } = calendarWindow(
        range.calendar,
        new Date(now * 1000),
        timeZone,
      );
      const start = Date.parse(startedAt) / 1000;
      return gridUntil(now, Math.max(SHORTEST_SECONDS, now - start));
    }
  }
}

/** A name of the range that is the same for all who ask for the same: a relative one moves with time. */
export function rangeKey(range: ParsedRange): string {
  switch (range.kind) {
    case 'last':
      return `last ${prometheusDuration(range.seconds)}`;
    case 'calendar':
      return `this ${range.calendar}`;
    default: {
      const { start, end, step } = gridBetween(range.from, range.to);
      return `${start} to ${end} by ${step}`;
    }
  }
}
