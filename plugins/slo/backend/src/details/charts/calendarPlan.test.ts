import { calendarSeries, planCalendar } from './calendarPlan';
import { gridTimes } from './ChartGrid';

const slo = {
  instance: 'main',
  id: 'a-b',
  service: 'a',
  name: 'b',
  labels: {},
};
const at = (text: string) => Date.parse(text) / 1000;

it.each([
  ['week', '1h', 168],
  ['month', '1h', 720],
  ['quarter', '6h', 368],
  ['year', '1d', 365],
] as const)('burns a %s down by %s', (window, recordedWindow, steps) => {
  const plan = planCalendar(slo, { window }, at('2026-11-14T01:02:03Z'));
  expect(plan.promql).toBe(
    `slo:sli_error:ratio_rate${recordedWindow}{sloth_id="a-b"}`,
  );
  expect(gridTimes(plan.grid)).toHaveLength(steps);
});

it('has a point at the end of every step, an hour less where the clock goes forward', () => {
  const plan = planCalendar(
    slo,
    { window: 'month', timeZone: 'Europe/Berlin' },
    at('2026-03-10T00:00:00Z'),
  );
  const times = gridTimes(plan.grid);
  expect(times[0]).toBe(at('2026-03-01T00:00:00+01:00') + 3_600);
  expect(times[times.length - 1]).toBe(at('2026-04-01T00:00:00+02:00'));
  expect(times).toHaveLength(31 * 24 - 1);
});

it('knows the windows of an objective of its own', () => {
  const window = {
    kind: 'calendar' as const,
    unit: 'week' as const,
    count: 2,
    startTime: '2026-01-05T08:00:00',
    timeZone: 'UTC',
  };
  const plan = planCalendar(slo, { window }, at('2026-01-20T00:00:00Z'));
  expect(plan.grid.start).toBe(at('2026-01-19T09:00:00Z'));
  expect(gridTimes(plan.grid)).toHaveLength(14 * 24);
});

it('spends what was recorded, nothing for what was not, and ends now', () => {
  const plan = planCalendar(
    slo,
    { window: 'week' },
    at('2026-11-16T03:30:00Z'),
  );
  const start = at('2026-11-16T00:00:00Z');
  const [remaining, ideal] = calendarSeries(plan, 99, [
    [start + 3_600, 0.5],
    [start + 3 * 3_600, 1],
  ]);
  const whole = 168 * 0.01;
  const expected = [0.5, 0.5, 1.5, 1.5].map(spent => 1 - spent / whole);
  remaining.values
    .slice(0, 4)
    .forEach((value, index) => expect(value).toBeCloseTo(expected[index], 9));
  expect(remaining.values.slice(4).every(value => value === null)).toBe(true);
  expect(ideal.values[0]).toBeCloseTo(167 / 168, 12);
  expect(ideal.values[167]).toBe(0);
});

it('has no line, and not a whole budget, where nothing was recorded', () => {
  const plan = planCalendar(
    slo,
    { window: 'week' },
    at('2026-11-18T00:00:00Z'),
  );
  const [remaining] = calendarSeries(plan, 99, []);
  expect(remaining.values.every(value => value === null)).toBe(true);
});

it('takes a window as it was told', () => {
  const window = {
    startedAt: '2026-11-08T23:00:00.000Z',
    endsAt: '2026-11-22T23:00:00.000Z',
    seconds: 14 * 86_400,
  };
  const { grid, begun } = planCalendar(
    slo,
    { window, timeZone: 'UTC' },
    at('2026-11-09T01:30:00Z'),
  );
  expect(grid).toEqual({
    start: at('2026-11-09T00:00:00Z'),
    end: at('2026-11-22T23:00:00Z'),
    step: 3_600,
  });
  expect(begun).toBe(3);
});
