import type { SloChart } from '@shopstack/plugin-slo-common';
import { aheadOfPace, fromStart, wholeExtent } from './calendarChart';

const DAY = 86_400;

/** Four days, of which two are over. */
const chart = (remaining: (number | null)[]): SloChart => ({
  chart: 'calendar',
  times: [1, 2, 3, 4].map(day => day * DAY),
  stepSeconds: DAY,
  unit: 'share',
  series: [
    { name: 'remaining', values: remaining },
    { name: 'ideal', values: [0.75, 0.5, 0.25, 0] },
  ],
  queries: [],
  warnings: [],
});

const half = chart([0.9, 0.8, null, null]);

it('begins with the whole budget at the start of the window, and shows it to its end', () => {
  const whole = fromStart(half);
  expect(wholeExtent(whole)).toEqual([0, 4 * DAY]);
  expect(whole.series.map(({ values }) => values[0])).toEqual([1, 1]);
  expect(whole.series[0].values).toHaveLength(whole.times.length);
});

it('claims no budget where nothing was measured', () => {
  const [remaining] = fromStart(chart([null, null, null, null])).series;
  expect(remaining.values.every(value => value === null)).toBe(true);
});

it('compares with an even pace where something was measured last', () => {
  expect(aheadOfPace(fromStart(half))).toBeCloseTo(0.3);
  expect(aheadOfPace(chart([null, null, null, null]))).toBeUndefined();
});
