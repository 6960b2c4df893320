import {
  SLO_STATES,
  type SloAlert,
  type SloList,
  type SloState,
} from '@shopstack/plugin-slo-common';
import { ALL_SLOS } from '../../startSlo';
import type { Live } from '../Live';
import { NEWBORN, UNGUARDED } from '../subjects';

const STATES: Record<string, SloState> = {
  'checkout-availability': 'burning',
  'unguarded-availability': 'burning',
  'payments-availability': 'burning',
  'broken-availability': 'rules-not-loaded',
  'archive-availability': 'no-data',
  'newborn-availability': 'warming-up',
  'probe-uptime': 'warming-up',
  'catalogue-latency': 'healthy',
  'search-availability': 'healthy',
};

const DAY = 86_400;

/** The states of objectives, and their alerts. */
// One traffic is driven for all suites, so that one file starts them.
// eslint-disable-next-line jest/no-export
export function tellsStates(live: () => Live): void {
  const look = (id: string) => live().portal.slo(id);

  it('tells the state of each objective, the worst first', async () => {
    const { body } = await live().portal.list();
    expect(
      Object.fromEntries(body.items.map(({ id, state }) => [id, state])),
    ).toEqual(STATES);
    const ranks = body.items.map(({ state }) => SLO_STATES.indexOf(state));
    expect(ranks).toEqual([...ranks].sort((one, other) => one - other));
    expect(body.sources).toEqual([
      expect.objectContaining({ source: 'prometheus', state: 'ok' }),
    ]);
    expect(body.sources[0].reason).toBeUndefined();
  });

  it('counts them among all', async () => {
    const { body } = await live().portal.get<SloList>(ALL_SLOS);
    const wanted = Object.fromEntries(
      SLO_STATES.map(state => [
        state,
        Object.values(STATES).filter(each => each === state).length,
      ]),
    );
    expect(body.totals).toEqual(wanted);
    expect(body.items).toHaveLength(Object.keys(STATES).length);
  });

  it.each(['archive-availability', 'broken-availability'])(
    'does not take %s for well, of which nothing is measured',
    async id => {
      const { body } = await look(id);
      expect(body.sli).toBeUndefined();
      expect(body.burn).toBeUndefined();
      expect(body.budget).toEqual({});
      expect(body.alerts).toEqual([]);
    },
  );

  it('takes a service without a series of errors for one without errors', async () => {
    const { body } = await look('search-availability');
    expect(body).toMatchObject({ sli: 1, burn: 0, budget: { remaining: 1 } });
    expect(body.budget.events).toMatchObject({ bad: 0 });
    expect(body.stateReason).toBe('100 % of the error budget is left.');
  });

  it('tells how long there has been data', async () => {
    const { scrapes } = live().world;
    const old = await look('catalogue-latency');
    // Seen at every sixth hour of the three days.
    expect(old.body.filled).toBeGreaterThan((2.5 * DAY) / (30 * DAY));
    expect(old.body.filled).toBeLessThan((3.1 * DAY) / (30 * DAY));
    const young = await look(NEWBORN.id);
    const oldest = young.to - scrapes[0].at;
    expect(young.body.filled).toBeLessThan(oldest / (30 * DAY));
  });

  it('pages nobody for three errors of a newborn, as the rules of Sloth do', async () => {
    const { body: guarded } = await look(NEWBORN.id);
    const { body: unguarded } = await look(UNGUARDED.id);
    const { bad } = live().compared.eventsOf(NEWBORN);
    expect(bad).toBe(3);
    for (const { burn } of [guarded, unguarded]) {
      expect(burn).toBeGreaterThan(14.4);
    }
    expect(guarded.alerts).toEqual([]);
    expect(guarded.tooFewEvents).toBe(true);
    expect(unguarded.alerts).toContainEqual(
      expect.objectContaining({ severity: 'page', status: 'firing' }),
    );
  });

  const toHand = ({ name, severity, status, since }: SloAlert) =>
    `${name} ${severity} ${status} ${Date.parse(since!) / 1000}`;

  async function alertsByHand(id: string): Promise<string[]> {
    const { hand } = live().world;
    const times = await hand.series(`ALERTS_FOR_STATE{sloth_id="${id}"}`);
    const alerts = await hand.series(`ALERTS{sloth_id="${id}"}`);
    return alerts
      .map(
        ({ labels: { alertname, alertstate, sloth_severity: severity } }) => {
          const time = times.find(
            ({ labels }) => labels.sloth_severity === severity,
          )!;
          const [since] = time.points.values();
          return `${alertname} ${severity} ${alertstate} ${since}`;
        },
      )
      .sort();
  }

  it('tells the alerts that the server tells, since when they are', async () => {
    const { items } = (await live().portal.list()).body;
    const severities: Record<string, string[]> = {};
    for (const { id, alerts } of items) {
      expect(alerts.map(toHand).sort()).toEqual(await alertsByHand(id));
      severities[id] = alerts.map(({ severity }) => severity);
    }
    expect(severities).toMatchObject({
      'checkout-availability': ['page', 'ticket'],
      'payments-availability': ['ticket'],
      'catalogue-latency': [],
    });
  });

  it('tells in the words of the server why rules fail', async () => {
    const { body } = await look('broken-availability');
    const rules = await live().world.hand.rules();
    const { lastError } = rules.find(
      ({ name, labels }) =>
        name === 'slo:sli_error:ratio_rate5m' &&
        labels.sloth_id === 'broken-availability',
    );
    expect(lastError).toContain('many-to-many matching not allowed');
    // The series of a side stand in it in any order.
    expect(body.stateReason).toContain('many-to-many matching not allowed');
    expect(body.stateReason).toMatch(
      /^Prometheus cannot evaluate its rules: slo:sli_error:ratio_rate5m: found duplicate series/,
    );
  });
}
