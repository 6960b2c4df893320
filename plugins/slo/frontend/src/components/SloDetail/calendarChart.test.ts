import type { SloChart } from '@shopstack/plugin-slo-common';
import { aheadOfPace, calendarExtent, untilEnd } from './calendarChart';

const DAY = 86_400;
const START = Date.parse('2026-11-01T00:00:00Z') / 1_000;

const chart = (days: number): SloChart => ({
  chart: 'calendar',
  times: Array.from({ length: days }, (_day, index) => START + index * DAY),
  stepSeconds: DAY,
  unit: 'share',
  series: [
    {
      name: 'remaining',
      values: Array.from({ length: days }, () => 0.8),
    },
    {
      name: 'ideal',
      values: Array.from({ length: days }, (_day, index) => 1 - index / 30),
    },
  ],
  queries: [],
  warnings: [],
});

it('shows the whole month from its first day', () => {
  expect(calendarExtent(chart(20), 'month')).toEqual([START, START + 30 * DAY]);
  expect(calendarExtent(chart(20), 'year')[1]).toBe(START + 365 * DAY);
});

it('draws even spending to the end, and nothing else', () => {
  const extent = calendarExtent(chart(20), 'month');
  const whole = untilEnd(chart(20), extent);
  expect(whole.times.at(-1)).toBe(START + 30 * DAY);
  const [remaining, ideal] = whole.series;
  expect(remaining.values[19]).toBe(0.8);
  expect(remaining.values.slice(20).every(value => value === null)).toBe(true);
  expect(ideal.values.at(-1)).toBe(0);
  expect(ideal.values[15]).toBeCloseTo(0.5);
});

it('leaves alone what reaches the end', () => {
  const whole = chart(31);
  expect(untilEnd(whole, calendarExtent(whole, 'month'))).toBe(whole);
});

it('compares with an even pace where something was measured last', () => {
  const extent = calendarExtent(chart(16), 'month');
  expect(aheadOfPace(untilEnd(chart(16), extent))).toBeCloseTo(0.3);
  expect(
    aheadOfPace({
      ...chart(1),
      series: [{ name: 'remaining', values: [null] }],
    }),
  ).toBeUndefined();
});
