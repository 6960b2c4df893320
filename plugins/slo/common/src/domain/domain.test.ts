import {
  SLOTH_WINDOWS_28D,
  SLOTH_WINDOWS_30D,
  budgetRemaining,
  burnRate,
  burnWord,
  calendarBurnDown,
  calendarWindow,
  compareSlos,
  errorBudget,
  eventsBudget,
  exhaustsInSeconds,
  formatDuration,
  listWindows,
  minutesBudget,
  parseDuration,
  prometheusDuration,
  windowFactor,
} from '.';

const DAY = 86_400;

describe('durations', () => {
  it.each([
    ['5m', 300, '5m', '5m'],
    ['90m', 5_400, '1h30m', '1h30m'],
    ['1d', DAY, '1d', '1d'],
    ['7d', 7 * DAY, '1w', '7d'],
    ['28d', 28 * DAY, '4w', '28d'],
    ['30d', 30 * DAY, '30d', '30d'],
    ['1y', 365 * DAY, '1y', '365d'],
    ['1d12h', 129_600, '1d12h', '1d12h'],
    ['1500ms', 1.5, '1s500ms', '1s500ms'],
  ])('reads and prints %s', (text, seconds, printed, forPeople) => {
    expect(parseDuration(text)).toBe(seconds);
    expect(prometheusDuration(seconds)).toBe(printed);
    expect(formatDuration(seconds)).toBe(forPeople);
  });

  it.each(['', '5', 'm', '5x', '1m1h', '-5m', '0m', '1.5h', '5m '])(
    'does not take %p for a duration',
    text => expect(parseDuration(text)).toBeUndefined(),
  );
});

describe('error budget', () => {
  it('has the odd digits that stand in rules', () => {
    expect(errorBudget(99.9)).toBe(0.0009999999999999432);
    expect(burnRate(0.0144, 99.9)).toBeCloseTo(14.4, 9);
  });

  it.each([
    // status, objective, remaining in percent: (status - target) / (100 - target)
    [99.95, 99.9, 50],
    [99.9, 99.9, 0],
    [99, 99.9, -900],
    [100, 99, 100],
  ])('of %f %% against %f %% leaves %f %%', (status, objective, remaining) => {
    expect(budgetRemaining(1 - status / 100, objective) * 100).toBeCloseTo(
      remaining,
      6,
    );
  });

  it('counts events and minutes', () => {
    expect(eventsBudget({ objective: 99, total: 1_000, bad: 12 })).toEqual({
      total: 1_000,
      bad: 12,
      allowed: 10,
      left: -2,
    });
    // One-minute slices of two weeks at 95 %: 1008 of them, 16 hours 48 minutes.
    expect(
      minutesBudget({ objective: 95, windowSeconds: 14 * DAY, remaining: 0.5 }),
    ).toEqual({ total: 1_008, left: 504 });
    // A week at 99.95 %: 302.4 seconds.
    expect(
      minutesBudget({
        objective: 99.95,
        windowSeconds: 7 * DAY,
        remaining: 1,
      }).total * 60,
    ).toBeCloseTo(302.4, 6);
  });

  it.each([
    [1, 30],
    [2, 15],
    [3, 10],
  ])('burning %f times ends a whole one of 30 days in %f', (burn, days) => {
    expect(
      exhaustsInSeconds({ remaining: 1, burn, windowSeconds: 30 * DAY }),
    ).toBe(days * DAY);
  });

  it('ends by what is left, at once when nothing is, and not at rest', () => {
    const windowSeconds = 30 * DAY;
    expect(exhaustsInSeconds({ remaining: 0.1, burn: 3, windowSeconds })).toBe(
      DAY,
    );
    expect(exhaustsInSeconds({ remaining: -1, burn: 0, windowSeconds })).toBe(
      0,
    );
    expect(
      exhaustsInSeconds({ remaining: 1, burn: 0, windowSeconds }),
    ).toBeUndefined();
    expect(
      exhaustsInSeconds({ remaining: NaN, burn: 1, windowSeconds }),
    ).toBeUndefined();
  });
});

describe('alert windows', () => {
  it.each([
    [SLOTH_WINDOWS_30D, [14.4, 6, 3, 1]],
    [
      SLOTH_WINDOWS_28D,
      [13.44, 5.6000000000000005, 2.8000000000000003, 0.9333333333333333],
    ],
  ])('have the factors of the workbook', (windows, factors) => {
    expect(
      listWindows(windows).map(({ errorBudgetPercent, longSeconds }) =>
        windowFactor({
          budgetPercent: errorBudgetPercent,
          periodSeconds: windows.periodSeconds,
          longSeconds,
        }),
      ),
    ).toEqual(factors);
  });

  it.each([
    [8, 3_600, 13.44],
    [12.5, 21_600, 3.5],
    [20, DAY, 1.4000000000000001],
    [42, 3 * DAY, 0.98],
  ])('of a week: %f %% in %f s is %f', (budgetPercent, longSeconds, factor) => {
    expect(
      windowFactor({ budgetPercent, periodSeconds: 7 * DAY, longSeconds }),
    ).toBe(factor);
  });

  it.each([
    [2, 2, 'critical'],
    [0, 2, 'recovering'],
    [2, 0, 'increasing'],
    [1, 1, 'acceptable'],
    [undefined, 2, 'unknown'],
    [NaN, 2, 'unknown'],
  ])('with %p short and %p long say %s', (short, long, word) => {
    expect(burnWord({ short, long, threshold: 1 })).toBe(word);
  });
});

describe('calendar windows', () => {
  const now = new Date('2026-11-21T04:00:00Z');

  it.each([
    ['week', '2026-11-16', '2026-11-23'],
    ['month', '2026-11-01', '2026-12-01'],
    ['quarter', '2026-10-01', '2027-01-01'],
    ['year', '2026-01-01', '2027-01-01'],
  ] as const)('of a %s', (calendar, start, end) => {
    expect(calendarWindow(calendar, now)).toMatchObject({
      startedAt: `${start}T00:00:00.000Z`,
      endsAt: `${end}T00:00:00.000Z`,
    });
  });

  const counted = (
    unit: 'day' | 'month' | 'week',
    count: number,
    startTime: string,
    at: Date,
  ) =>
    calendarWindow(
      {
        kind: 'calendar',
        unit,
        count,
        startTime,
        timeZone: 'America/New_York',
      },
      at,
    );

  it('count from their own start in their own zone', () => {
    expect(counted('month', 1, '2022-01-01T12:00:00', now)).toMatchObject({
      // Clocks went back on 1 November at 2 o'clock, before this window began.
      startedAt: '2026-11-01T17:00:00.000Z',
      endsAt: '2026-12-01T17:00:00.000Z',
      seconds: 30 * DAY,
    });
    expect(counted('week', 1, '2022-01-01T12:00:00', now)).toMatchObject({
      startedAt: '2026-11-14T17:00:00.000Z',
    });
    expect(counted('day', 28, '2027-01-01T00:00:00', now)).toMatchObject({
      startedAt: '2026-11-06T05:00:00.000Z',
      endsAt: '2026-12-04T05:00:00.000Z',
    });
  });

  it('keep to the end of months', () => {
    const march = new Date('2026-03-01T12:00:00Z');
    expect(counted('month', 1, '2026-01-31T00:00:00', march)).toMatchObject({
      startedAt: '2026-02-28T05:00:00.000Z',
      endsAt: '2026-03-31T04:00:00.000Z',
    });
  });

  it('refuse a zone that is none', () => {
    expect(() => calendarWindow('month', now, 'Moon/Base')).toThrow(RangeError);
  });

  it('burn down as Sloth does, and end where now is', () => {
    const availability = [99, 99.1, 99.2, 99.3, 99.4, 99.5, 99.6];
    const days = Array.from({ length: 14 }, (_, day) =>
      availability[day] === undefined
        ? undefined
        : (100 - availability[day]) / 100,
    );
    const { remaining, ideal } = calendarBurnDown({
      objective: 99.9,
      errorRatios: days,
      steps: 30,
    });
    const expected = [
      66.66666666666478, 36.66666666666288, 9.99999999999479,
      -13.333333333339963, -33.33333333334092, -50.00000000000853,
      -63.333333333342814,
    ];
    expected.forEach((value, day) =>
      expect(remaining[day]! * 100).toBeCloseTo(value, 6),
    );
    expect(remaining[13]! * 100).toBeCloseTo(-63.333333333342814, 6);
    expect(remaining.slice(14)).toEqual(Array(16).fill(null));
    expect(ideal[0]).toBeCloseTo(0.9666666666666667, 12);
    expect(ideal[13]).toBeCloseTo(0.53333333333333336, 12);
    expect(ideal[29]).toBe(0);
  });
});

it('orders the worst first', () => {
  const slo = (id: string, state: any, remaining?: number) => ({
    id,
    instance: 'main',
    state,
    budget: { remaining },
  });
  const slos = [
    slo('a', 'healthy', 0.9),
    slo('b', 'no-data'),
    slo('c', 'healthy', 0.4),
    slo('d', 'exhausted', -0.2),
    slo('e', 'burning', 0.5),
    slo('f', 'burning', -3),
    slo('g', 'burning'),
  ];
  expect(slos.sort(compareSlos).map(({ id }) => id)).toEqual([...'fegdbca']);
});
