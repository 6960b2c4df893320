import { errorBudget } from '@shopstack/plugin-slo-common';
import { recordFigure } from '@shopstack/plugin-kit-node/testUtils';
import { nearest, recorded } from '../Comparison';
import type { Live } from '../Live';
import { apart } from '../oracle';
import {
  CATALOGUE,
  CHECKOUT,
  NEWBORN,
  PAYMENTS,
  SEARCH,
  UNGUARDED,
} from '../subjects';

/** What sums of doubles may lack. */
const ROUNDING = 1e-9;

/** Objectives whose counters are stretched alike, so that the share of bad events is that of the scrapes. */
const EVEN = [CHECKOUT, CATALOGUE, SEARCH];

/** The numbers of lists, against questions by hand at the same time and against the scrapes. */
// One traffic is driven for all suites, so that one file starts them.
// eslint-disable-next-line jest/no-export
export function tellsNumbers(live: () => Live): void {
  it('is held to nearly all scrapes that there were', () => {
    const { length } = live().world.exporter.scrapes;
    expect(live().world.scrapes.length).toBeGreaterThan(0.9 * length);
  });

  it.each([...EVEN, NEWBORN, UNGUARDED, PAYMENTS])(
    'tells of $id what a query by hand tells at the same time',
    async ({ id, objective }) => {
      const look = await live().portal.slo(id);
      const { sli, burn, budget, mode } = look.body;
      const ask = (record: string) =>
        live().compared.recorded(id, record, look);
      const whole = errorBudget(objective);

      const period = await ask('sli_error:ratio_rate30d');
      expect(period.map(share => 1 - share)).toContain(sli);
      expect(period.map(share => 1 - share / whole)).toContain(
        budget.remaining,
      );
      const now = await ask('sli_error:ratio_rate5m');
      expect(now.map(share => share / whole)).toContain(burn);
      const totals = await ask('sli_total:increase30d');
      // Sloth's rules record none.
      expect(totals.length > 0).toBe(mode === 'guarded');
      expect([...totals, undefined]).toContain(budget.events?.total);
      expect(budget.events !== undefined).toBe(mode === 'guarded');
    },
  );

  it.each(EVEN)(
    'tells of $id the share of bad events that the scrapes tell, and counters by hand',
    async subject => {
      const { id, handBad, handTotal } = subject;
      const look = await live().portal.slo(id);
      const { sli, burn, budget } = look.body;
      const share = live().compared.shareOf(subject);
      const rate = share / errorBudget(subject.objective);
      const distances: number[] = [];
      for (const [found, wanted, promql] of [
        [1 - sli!, share, `(${handBad}) / ${handTotal}`],
        [
          budget.remaining,
          1 - rate,
          recorded(id, 'period_error_budget_remaining:ratio'),
        ],
        [burn, rate, recorded(id, 'current_burn_rate:ratio')],
      ] as const) {
        const byHand = await live().compared.meanwhile(promql, look);
        expect(nearest(found, byHand)).toBeLessThan(ROUNDING);
        expect(apart(found, wanted)).toBeLessThan(ROUNDING);
        distances.push(apart(found, wanted));
      }
      recordFigure(
        `slo: distance of ${id} from the scrapes`,
        Math.max(...distances),
      );
    },
  );

  it.each([...EVEN, NEWBORN])(
    'counts the events of $id as the scrapes do, but for what a rate adds',
    async subject => {
      const { sli, budget } = (await live().portal.slo(subject.id)).body;
      const { total, bad, allowed, left } = budget.events!;
      const wanted = live().compared.eventsOf(subject);
      const { most } = wanted;
      const share = live().compared.shareOf(subject);
      for (const [found, least, room] of [
        [total, wanted.total, most],
        [bad, wanted.bad, most],
        [1 - sli!, share / most, most ** 2],
      ]) {
        expect(found).toBeGreaterThanOrEqual(least * (1 - ROUNDING));
        expect(found).toBeLessThanOrEqual(least * room * (1 + ROUNDING));
      }
      expect(left).toBeCloseTo(allowed - bad, 9);
      expect(allowed).toBeCloseTo(total * errorBudget(subject.objective), 9);
      recordFigure(
        `slo: events of ${subject.id}, told beside scraped`,
        total / wanted.total,
      );
    },
  );

  it('tells of the rules of Sloth the average of shares, which is what they mean', async () => {
    const look = await live().portal.slo(PAYMENTS.id);
    const { least, most } = await live().compared.averageOf(PAYMENTS, look);
    const { sli, burn, budget, exhaustsAt } = look.body;
    expect(1 - sli!).toBeGreaterThanOrEqual(least * (1 - ROUNDING));
    expect(1 - sli!).toBeLessThanOrEqual(most * (1 + ROUNDING));
    recordFigure('slo: room for an average of Sloth', most / least);
    // The short windows tell the share of all events, which is another one.
    const share = live().compared.shareOf(PAYMENTS);
    expect(share / (1 - sli!)).toBeGreaterThan(1.5);
    expect(apart(burn, share / errorBudget(95))).toBeLessThan(ROUNDING);
    // At the pace of the last hour, from the budget that is left.
    const seconds = (budget.remaining! * 30 * 86_400) / burn!;
    const ends = Date.parse(exhaustsAt!) / 1000 - seconds;
    expect(ends).toBeGreaterThanOrEqual(look.from);
    expect(ends).toBeLessThanOrEqual(look.to);
    // Its rules record no events, so that the page counts them.
    const { body } = await live().portal.detail(PAYMENTS.id);
    const events = live().compared.eventsOf(PAYMENTS);
    const counted = body.budget.events!.total / events.total;
    expect(counted).toBeGreaterThan(1 - ROUNDING);
    expect(counted).toBeLessThan(events.most);
  });

  it('tells of a share that nobody counts what its gauge showed', async () => {
    const look = await live().portal.slo('probe-uptime');
    const { sli, budget } = look.body;
    const record = 'sli_error:ratio_rate30d';
    const period = await live().compared.recorded('probe-uptime', record, look);
    expect(period.map(share => 1 - share)).toContain(sli);
    const shown = await live().compared.probeOf('probe-uptime', look);
    expect(nearest(sli, shown)).toBeLessThan(ROUNDING);
    expect(budget.events).toBeUndefined();
  });
}
