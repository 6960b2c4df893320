import type { EntitySlos } from '@shopstack/plugin-slo-common';
import type { Live } from '../Live';
import { apart } from '../oracle';
import type { Portal } from '../Portal';
import { CATALOGUE, CHECKOUT, SEARCH } from '../subjects';

const ROUNDING = 1e-9;

/** Fewer than the shares of all objectives over all windows are; more than any other query needs. */
const FEW_SAMPLES = '--query.max-samples=30';

/** What is shown while the server is in trouble, one trouble after the other. The server and its data stay the same. */
// One traffic is driven for all suites, so that one file starts them.
// eslint-disable-next-line jest/no-export
export function tellsFaults(live: () => Live): void {
  /** The list as soon as its source is told to be so. */
  const listWhen = (
    portal: Portal,
    state: string,
    reason: RegExp = /(?:)/,
  ): Promise<EntitySlos> =>
    portal.listWhen(
      ({ sources: [source] }) =>
        source.state === state && reason.test(source.reason ?? ''),
    );

  const restart = async (more?: { flags?: string[]; readsFrom?: string }) => {
    await live().world.prometheus.kill();
    await live().world.prometheus.start(more);
  };

  const expectKnownNumbers = ({ items }: EntitySlos) => {
    for (const subject of [CHECKOUT, CATALOGUE, SEARCH]) {
      const { sli } = items.find(({ id }) => id === subject.id)!;
      const share = live().compared.shareOf(subject);
      expect(apart(1 - sli!, share)).toBeLessThan(ROUNDING);
    }
  };

  const ageOf = ({ sources }: EntitySlos) => Date.parse(sources[0].asOf!);

  it('shows the last good numbers with their age when the server is killed', async () => {
    const { portal, world } = live();
    const good = await listWhen(portal, 'ok');
    await world.prometheus.kill();
    const killedAt = Date.now();

    const stale = await listWhen(portal, 'stale', /cannot be reached/);
    expect(stale.items.map(({ id, state }) => [id, state])).toEqual(
      good.items.map(({ id, state }) => [id, state]),
    );
    expectKnownNumbers(stale);
    expect(ageOf(stale)).toBeGreaterThanOrEqual(ageOf(good));
    expect(ageOf(stale)).toBeLessThanOrEqual(killedAt);
    expect(Date.parse(stale.sources[0].since!)).toBeGreaterThan(ageOf(stale));
    expect(await listWhen(portal, 'stale')).toEqual(stale);

    const { body } = await portal.detail(CHECKOUT.id);
    expect(body.sli).toBe(
      stale.items.find(({ id }) => id === CHECKOUT.id)!.sli,
    );
  });

  it('shows in the words of the server that it refuses a query (422), and no numbers where there never were any', async () => {
    const { portal } = live();
    const before = (await portal.list()).body;
    await restart({ flags: [FEW_SAMPLES] });
    const words =
      /^Prometheus refuses the query: query processing would load too many samples into memory/;

    const stale = await listWhen(portal, 'stale', words);
    expect(stale.items).toEqual(before.items);
    expect(ageOf(stale)).toBe(ageOf(before));

    const stranger = await live().world.startPortal();
    const { items, sources } = await listWhen(stranger, 'unavailable', words);
    expect(items).toEqual([]);
    expect(sources).toEqual([
      expect.objectContaining({ source: 'prometheus', instance: 'main' }),
    ]);
    expect(sources[0].asOf).toBeUndefined();
  });

  it('shows that a part may be missing when the server warns', async () => {
    const { portal, world } = live();
    await restart({ readsFrom: `http://${world.exporter.target}/read` });
    const warning = /^A part may be missing, Prometheus warns: .*remote/;
    const partial = await listWhen(portal, 'stale', warning);
    expectKnownNumbers(partial);
    const [from, to] = [300, 30].map(ago =>
      new Date(Date.now() - ago * 1000).toISOString(),
    );
    const range = `from=${from}&to=${to}`;
    const chart = await portal.chart(CHECKOUT.id, 'sli', range);
    expect(chart.warnings.join()).toContain('remote');
  });

  it('shows fresh numbers when the server is well again', async () => {
    const { portal, world } = live();
    await restart();
    const startedAt = Date.now();
    const fresh = await portal.listWhen(
      body => body.sources[0].state === 'ok' && ageOf(body) > startedAt,
    );
    expect(fresh.sources[0]).not.toHaveProperty('reason');
    expect(fresh.sources[0]).not.toHaveProperty('since');
    expectKnownNumbers(fresh);
    // New ones, and not those from before by the leave of the server.
    await world.evaluated();
    const look = await portal.slo(CHECKOUT.id);
    const totals = await live().compared.recorded(
      CHECKOUT.id,
      'sli_total:increase30d',
      look,
    );
    expect(totals).toContain(look.body.budget.events?.total);
    const record = `timestamp(slo:sli_total:increase30d{sloth_id="${CHECKOUT.id}"})`;
    expect(await world.hand.value(record)).toBeGreaterThan(startedAt / 1000);
  });
}
