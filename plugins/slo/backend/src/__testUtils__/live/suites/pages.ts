import { errorBudget, type SloChart } from '@shopstack/plugin-slo-common';
import { nearest, recorded } from '../Comparison';
import type { Live } from '../Live';
import { apart, tellable } from '../oracle';
import { CATALOGUE, CHECKOUT, NEWBORN, PAYMENTS } from '../subjects';

const ROUNDING = 1e-9;

/** Meta rules and alerts read what others recorded, which may be from an evaluation before. Seconds. */
const BEHIND = 3;

/** The pages of single objectives: their table of burn rates, the queries that they show, and their charts. */
// One traffic is driven for all suites, so that one file starts them.
// eslint-disable-next-line jest/no-export
export function tellsPages(live: () => Live): void {
  it.each([
    { ...CHECKOUT, word: 'critical', alert: 'firing' },
    { ...CATALOGUE, word: 'acceptable', alert: undefined },
    { ...NEWBORN, word: 'critical', alert: undefined },
  ])(
    'tells the burn rates of $id as they are recorded, in a word: $word',
    async ({ id, objective, word, alert }) => {
      const look = await live().portal.detail(id);
      const { burnWindows } = look.body;
      expect(burnWindows.map(row => [row.shortWindow, row.longWindow])).toEqual(
        [
          ['5m', '1h'],
          ['30m', '6h'],
          ['2h', '1d'],
          ['6h', '3d'],
        ],
      );
      for (const row of burnWindows) {
        for (const [found, window] of [
          [row.short, row.shortWindow],
          [row.long, row.longWindow],
        ] as const) {
          const shares = await live().compared.recorded(
            id,
            `sli_error:ratio_rate${window}`,
            look,
          );
          const burns = shares.map(share => share / errorBudget(objective));
          expect(burns).toContain(found);
        }
        expect(row.word).toBe(word);
        expect(row.alert?.status).toBe(alert);
      }
    },
  );

  it('shows queries that tell by hand what it tells', async () => {
    const look = await live().portal.detail(CHECKOUT.id);
    const { sli, budget, burn, queries } = look.body;
    const told = { sli, budget: budget.remaining, burn };
    for (const [subject, number] of Object.entries(told)) {
      const query = queries.find(each => each.subject === subject)!;
      const byHand = await live().compared.meanwhile(query.promql, look);
      expect(nearest(number, byHand)).toBeLessThan(ROUNDING);
    }
    // An alert's own expression has a value while it fires.
    for (const id of [CHECKOUT.id, NEWBORN.id]) {
      const { body } = await live().portal.detail(id);
      const page = body.queries.find(({ subject }) => subject === 'page')!;
      const series = await live().world.hand.series(page.promql);
      expect(series).toHaveLength(id === CHECKOUT.id ? 1 : 0);
    }
  });

  /** From before the traffic until a moment for which all has been recorded. */
  const chartOf = (id: string, chart: string): Promise<SloChart> => {
    const [from, to] = [
      live().world.scrapes[0].at - 60,
      Date.now() / 1000 - BEHIND,
    ].map(seconds => new Date(seconds * 1000).toISOString());
    return live().portal.chart(id, chart, `from=${from}&to=${to}`);
  };

  const isThere = (value: number | null): value is number => value !== null;

  it.each([
    [CHECKOUT.id, 'budget', 1],
    [CHECKOUT.id, 'sli', 1],
    [CHECKOUT.id, 'errors', 1],
    [CHECKOUT.id, 'requests', 1],
    [CHECKOUT.id, 'burn-page-quick', 2],
    [CHECKOUT.id, 'burn-ticket-slow', 2],
    [CATALOGUE.id, 'latency', 3],
    [PAYMENTS.id, 'budget', 1],
    [PAYMENTS.id, 'requests', 1],
    ['probe-uptime', 'sli', 1],
  ])('draws of %s the chart %s as by hand', async (id, name, series) => {
    const chart = await chartOf(id, name);
    const byHand = await live().compared.drawn(chart);
    expect(byHand).toHaveLength(series);
    byHand.forEach((values, index) => {
      expect(chart.series[index].values).toEqual(values);
      expect(values.filter(isThere).length).toBeGreaterThanOrEqual(1);
    });
    expect(chart.warnings).toEqual([]);
  });

  it.each(['archive-availability', 'broken-availability'])(
    'draws of %s nothing as nothing',
    async id => {
      const { times, series } = await chartOf(id, 'sli');
      expect(series[0].values).toEqual(times.map(() => null));
    },
  );

  const whole = errorBudget(CHECKOUT.objective);

  it.each([
    ['errors', 'sli_error:ratio_rate5m', (share: number) => share, 0],
    ['sli', 'sli_error:ratio_rate5m', (share: number) => 1 - share, 0],
    [
      'burn-page-quick',
      'sli_error:ratio_rate5m',
      (share: number) => share / whole,
      0,
    ],
    [
      'budget',
      'period_error_budget_remaining:ratio',
      (share: number) => 1 - share / whole,
      BEHIND,
    ],
  ] as const)(
    'draws %s as the scrapes until then tell it, while the traffic flowed',
    async (name, record, numberOf, behind) => {
      const { world, compared } = live();
      const { times, stepSeconds, series } = await chartOf(CHECKOUT.id, name);
      const evaluated = await world.hand.points(
        `timestamp(${recorded(CHECKOUT.id, record)})`,
        { start: times[0], end: times[times.length - 1], step: stepSeconds },
      );
      const drawn = times.flatMap((time, index) => {
        const value = series[0].values[index];
        return value === null ? [] : [{ value, at: evaluated.get(time)! }];
      });
      for (const { value, at } of drawn) {
        const wanted = tellable(
          world.scrapes,
          at,
          seen => numberOf(compared.shareOf(CHECKOUT, seen)),
          behind,
        );
        expect(nearest(value, wanted)).toBeLessThan(ROUNDING);
      }
      // At least one of them is from before the end of the traffic.
      const last = numberOf(compared.shareOf(CHECKOUT));
      const before = drawn.filter(({ value }) => apart(value, last) > ROUNDING);
      expect(before).not.toEqual([]);
    },
  );
}
