import {
  calendarWindow,
  type SloCalendar,
  type SloChart,
} from '@shopstack/plugin-slo-common';
import type { Extent } from '../../charts';

/** The whole calendar window that a chart begins in: it shows the days to come as well. */
export function calendarExtent(
  { times }: Pick<SloChart, 'times'>,
  calendar: SloCalendar,
): Extent {
  const start = times[0];
  // In the middle of the window, whatever zone the backend counts days in.
  const inside = new Date((start + 3 * 86_400) * 1_000);
  return [start, start + calendarWindow(calendar, inside).seconds];
}

/** A chart whose even spending goes on to the end of the window, where the backend stopped at the present. */
export function untilEnd(chart: SloChart, [start, end]: Extent): SloChart {
  const last = chart.times.at(-1);
  if (last === undefined || last >= end - chart.stepSeconds) return chart;
  const times = [...chart.times];
  for (let at = last + chart.stepSeconds; at < end; at += chart.stepSeconds) {
    times.push(at);
  }
  times.push(end);
  return {
    ...chart,
    times,
    series: chart.series.map(({ name, values }) => ({
      name,
      values: times.map((at, index) => {
        if (name !== 'ideal') return values[index] ?? null;
        return (end - at) / (end - start);
      }),
    })),
  };
}

/**
 * How far the budget is ahead of an even pace, at the last moment that was measured, as share of the whole budget;
 * negative is behind. Undefined where nothing was measured.
 */
export function aheadOfPace({ series }: SloChart): number | undefined {
  const values = (wanted: string) =>
    series.find(({ name }) => name === wanted)?.values ?? [];
  const [remaining, ideal] = [values('remaining'), values('ideal')];
  const index = remaining.findLastIndex(value => value !== null);
  const [left, even] = [remaining[index], ideal[index]];
  return typeof left === 'number' && typeof even === 'number'
    ? left - even
    : undefined;
}
