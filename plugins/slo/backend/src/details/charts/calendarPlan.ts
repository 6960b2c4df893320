import {
  calendarBurnDown,
  type CalendarWindow,
  calendarWindow,
  type SloCalendar,
  type SloChartSeries,
  type TimeWindow,
} from '@shopstack/plugin-slo-common';
import { recordedRatio, type RecordedSlo } from '../records';
import { type ChartGrid, gridTimes, onGrid } from './ChartGrid';

const HOUR = 3_600;
const DAY = 86_400;

/** Which window is burned down: an objective's own, or a usual one in a zone. */
export interface CalendarQuestion {
  window:
    | CalendarWindow
    | Extract<TimeWindow, { kind: 'calendar' }>
    | SloCalendar;
  timeZone?: string;
}

/** One calendar window in steps. A point stands at the end of its step. */
export interface CalendarPlan {
  /** All steps of the window. */
  grid: ChartGrid;
  /** Those that have begun; asked for up to now. */
  begun: number;
  promql: string;
}

/** The steps of the window around `now` (Unix seconds), and the recorded share of errors that is as long as a step. */
export function planCalendar(
  slo: RecordedSlo,
  { window, timeZone }: CalendarQuestion,
  now: number,
): CalendarPlan {
  const { startedAt, seconds } =
    typeof window === 'object' && 'startedAt' in window
      ? window
      : calendarWindow(window, new Date(now * 1000), timeZone);
  const start = Date.parse(startedAt) / 1000;
  const [step, recordedWindow] = stepOf(seconds);
  const steps = Math.ceil(seconds / step);
  return {
    grid: { start: start + step, end: start + steps * step, step },
    begun: Math.min(steps, Math.ceil((now - start) / step)),
    promql: recordedRatio(slo, recordedWindow),
  };
}

function stepOf(seconds: number): [number, string] {
  if (seconds <= 32 * DAY) return [HOUR, '1h'];
  return seconds <= 93 * DAY ? [6 * HOUR, '6h'] : [DAY, '1d'];
}

/**
 * The lines of a calendar chart, from the shares of errors that were recorded. Where nothing was, nothing is left to tell
 * of: no line, and not all of the budget.
 */
export function calendarSeries(
  { grid, begun }: CalendarPlan,
  objective: number,
  points: readonly (readonly [number, number])[],
): SloChartSeries[] {
  const errorRatios = onGrid(points, grid).slice(0, begun);
  const { remaining, ideal } = calendarBurnDown({
    objective,
    errorRatios,
    steps: gridTimes(grid).length,
  });
  const hasData = errorRatios.some(ratio => ratio !== null);
  return [
    {
      name: 'remaining',
      values: hasData ? remaining : remaining.map(() => null),
    },
    { name: 'ideal', values: ideal },
  ];
}
