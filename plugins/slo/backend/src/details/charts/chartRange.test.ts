import type { SloChartRange } from '@shopstack/plugin-slo-common';
import { gridOf, parseChartRange, rangeKey } from './chartRange';

const NOW = Date.UTC(2026, 2, 29, 12, 34, 56) / 1000;
const iso = (seconds: number) => new Date(seconds * 1000).toISOString();

it.each([
  [{ last: '' }, "'last'"],
  [{ last: 'month' }, "'last'"],
  [{ last: '30' }, "'last'"],
  [{ last: '5s' }, 'at least one minute'],
  [{ last: '99y' }, 'at most two years'],
  [{ from: 'yesterday', to: 'now' }, "'from' and 'to'"],
  [{ from: iso(NOW), to: iso(NOW) }, "'from' and 'to'"],
  [{ from: iso(NOW), to: iso(NOW - 60) }, "'from' and 'to'"],
  [{ from: iso(NOW), to: iso(NOW + 1) }, 'at least one minute'],
  [{ from: '1000-01-01', to: iso(NOW) }, "'from' and 'to'"],
  [{ calendar: 'day' }, "'calendar'"],
] as unknown as [SloChartRange, string][])('refuses %j', (range, reason) => {
  expect(() => parseChartRange(range)).toThrow(
    expect.objectContaining({
      name: 'InputError',
      message: expect.stringContaining(reason),
    }),
  );
});

it('names relative ranges the same at any time', () => {
  expect(rangeKey(parseChartRange({ last: '4w2d' }))).toBe('last 30d');
  expect(rangeKey(parseChartRange({ last: '720h' }))).toBe('last 30d');
  expect(rangeKey(parseChartRange({ calendar: 'week' }))).toBe('this week');
});

it('does not ask for what has not come yet', () => {
  const range = parseChartRange({
    from: iso(NOW - 3_600),
    to: iso(NOW + 86_400),
  });
  expect(gridOf(range, NOW).end).toBeLessThanOrEqual(NOW);
  const future = parseChartRange({
    from: iso(NOW + 3_600),
    to: iso(NOW + 7_200),
  });
  expect(gridOf(future, NOW).end).toBeLessThanOrEqual(NOW + 60);
});

it('begins a calendar range where the calendar does, in its zone', () => {
  const month = parseChartRange({ calendar: 'month' });
  const utc = gridOf(month, NOW);
  expect(iso(utc.end)).toBe('2026-03-29T12:34:00.000Z');
  expect(utc.start - Date.UTC(2026, 2, 1) / 1000).toBeLessThan(utc.step);
  const berlin = gridOf(month, NOW, 'Europe/Berlin');
  expect(utc.start - berlin.start).toBe(3_600);
});
