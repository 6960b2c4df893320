import type { SloChart } from '@shopstack/plugin-slo-common';
import type { Extent } from '../../charts';

/**
 * A burn-down from the first moment of its window. The backend tells what was left at the end of every step, the last of
 * which is the end of the window; at the beginning there was all of it, measured where anything was.
 */
export function fromStart(chart: SloChart): SloChart {
  const [first] = chart.times;
  if (first === undefined) return chart;
  return {
    ...chart,
    times: [first - chart.stepSeconds, ...chart.times],
    series: chart.series.map(({ name, values }) => ({
      name,
      values: [values.some(value => value !== null) ? 1 : null, ...values],
    })),
  };
}

/** The whole window: the days to come are shown as well. */
export function wholeExtent({ times }: Pick<SloChart, 'times'>): Extent {
  return [times[0] ?? 0, times.at(-1) ?? 1];
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
