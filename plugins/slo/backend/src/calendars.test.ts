import type { Server } from 'node:http';
import { HttpStub } from '@shopstack/plugin-kit-node/testUtils';
import type { EntitySlos, SloSummary } from '@shopstack/plugin-slo-common';
import request from 'supertest';
import {
  PrometheusStub,
  type StubSeries,
} from './__testUtils__/PrometheusStub';
import {
  record,
  type RecordedOptions,
  recordedSeries,
} from './__testUtils__/recordedSeries';
import { component, naming, slosOf, startSlo } from './__testUtils__/startSlo';

/** 14 November 2023, 22:13:20. */
const NOW = 1_700_000_000;
const DAY = 86_400;

/** A window of the calendar, as rules record it. */
const calendar = (
  unit: string,
  start = '2023-01-01T00:00:00',
  zone = 'Etc/UTC',
) => ({
  slo_window_kind: 'calendar',
  slo_window: unit,
  slo_window_start: start,
  slo_time_zone: zone,
});

/** An objective that has spent 90 % of its budget in thirty days. */
const objective = (
  name: string,
  info: Record<string, string>,
  more: RecordedOptions = {},
) => recordedSeries({ name, ratio: 0.0009, total: 5_000, info, ...more });

/** What a window counted of an objective, by what and in which order its query says. */
const counted = (
  name: string,
  by: 'events' | 'slices' | 'ratio',
  errors: number,
  total: number,
): StubSeries[] =>
  Object.entries({ errors, total }).map(([subject, value]) => ({
    labels: {
      sloth_id: `cart-${name}`,
      sloth_window: '5m',
      shopstack_part: `${by} ${subject}`,
    },
    value,
  }));

describe('objectives of calendar windows', () => {
  let prometheus: PrometheusStub;
  let alertmanager: HttpStub;

  const start = async (hasAlertmanager = true) =>
    (await startSlo({
      instances: [
        {
          name: 'main',
          url: prometheus.url,
          ...(hasAlertmanager && { alertmanager: { url: alertmanager.url } }),
        },
      ],
      entities: [component('cart', naming('cart'))],
    })) as unknown as Server;

  const list = async (server: Server) => {
    const { status, body } = await request(server).get(slosOf('cart'));
    expect(status).toBe(200);
    const { items, sources } = body as EntitySlos;
    const byName = Object.fromEntries(items.map(slo => [slo.name, slo]));
    return { byName, items, sources };
  };

  const windowQueries = () =>
    prometheus.queries.filter(({ promql }) => /\bsum_over_time/.test(promql));

  beforeAll(async () => {
    prometheus = await PrometheusStub.start();
    alertmanager = await HttpStub.start();
  });
  beforeEach(() => {
    prometheus.reset();
    prometheus.now = NOW;
    prometheus.on(/\bsum_over_time/, []);
    alertmanager.reset();
    alertmanager.reply = () => ({ body: [] });
  });
  afterAll(() => Promise.all([prometheus.close(), alertmanager.close()]));

  it('show what was spent since their window began, and their pages the same', async () => {
    record(prometheus, [
      ...objective('a.b', calendar('month', undefined, 'Europe/Berlin')),
      ...objective('slices', {
        ...calendar('month', undefined, 'Europe/Berlin'),
        slo_budgeting: 'timeslices',
      }),
      ...objective('days', {}),
    ]);
    prometheus.on(/\bsum_over_time/, [
      ...counted('a.b', 'events', 12, 40_000),
      ...counted('slices', 'slices', 10, 20_000),
    ]);
    const server = await start();

    const { byName, items } = await list(server);

    const elapsed = NOW - Date.UTC(2023, 9, 31, 23) / 1000;
    expect(byName['a.b']).toMatchObject({
      state: 'healthy',
      stateReason: '70 % of the error budget is left.',
      window: {
        kind: 'calendar',
        text: 'month',
        seconds: 30 * DAY,
        startedAt: '2023-10-31T23:00:00.000Z',
        endsAt: '2023-11-30T23:00:00.000Z',
      },
      sli: 0.9997,
      budget: {
        remaining: expect.closeTo(0.7, 9),
        events: { total: 40_000, bad: 12, left: expect.closeTo(28, 6) },
      },
      filled: 1,
      // The pace is of the hour, and its alerts know nothing of months.
      burn: expect.closeTo(0.9, 9),
    });
    expect(byName.slices.budget).toEqual({
      remaining: expect.closeTo(1 - (0.0005 * elapsed) / (30 * DAY) / 0.001, 9),
      minutes: expect.objectContaining({ total: expect.closeTo(43.2, 9) }),
    });
    expect(byName.days.window.text).toBe('30d');

    // Both in one query, evaluated by the clock of Prometheus, with labels that mean themselves.
    const [{ promql, time }, ...others] = windowQueries();
    expect(others).toEqual([]);
    expect(Math.abs(time! - NOW)).toBeLessThan(5);
    expect(promql).toContain('{sloth_id=~"cart-a\\\\.b"}');
    expect(promql).not.toContain('days');
    expect(promql).toMatch(/\[13d23h13m\d\ds:5m\]/);

    for (const { id, sli, budget, state, window } of items) {
      const { body } = await request(server).get(
        `${slosOf('cart')}/main/${encodeURIComponent(id)}`,
      );
      expect(body.items[0]).toMatchObject({ id, sli, budget, state, window });
    }
  });

  it.each([
    ['no query more', 8, objective('days', {})],
    [
      'one more for all with the same window',
      9,
      ['one', 'two'].flatMap(name => objective(name, calendar('month'))),
    ],
  ])(
    'cost %s for a first view: %s calls, and none for the next',
    async (_, expected, series) => {
      const calls = () =>
        prometheus.requests.length + alertmanager.requests.length;
      record(prometheus, series);
      const server = await start();
      await list(server);
      expect(calls()).toBe(expected);
      await list(server);
      expect(calls()).toBe(expected);
    },
  );

  describe('that begin at many times', () => {
    const ZONES = ['UTC', 'Europe/Berlin', 'Asia/Tokyo', 'America/Lima'];

    beforeEach(() => {
      const zoned = (zone: string) => calendar('month', undefined, zone);
      record(prometheus, [
        ...ZONES.flatMap(zone => objective(`in ${zone}`, zoned(zone))),
        ...ZONES.slice(2).flatMap(zone =>
          objective(`too ${zone}`, zoned(zone)),
        ),
        ...objective('quarter', calendar('quarter'), { period: 90 }),
      ]);
    });

    it.each([
      [true, 2],
      [false, 4],
    ])(
      'cost ten calls at most, with an Alertmanager (%s) %s of them for windows',
      async (hasAlertmanager, windows) => {
        const server = await start(hasAlertmanager);
        await list(server);
        const calls = prometheus.requests.length + alertmanager.requests.length;
        expect(calls).toBe(10);
        expect(windowQueries()).toHaveLength(windows);
      },
    );

    it('are read where they are used most; the others say that they are rolling', async () => {
      const { byName } = await list(await start());
      const kindOf = (name: string) => byName[name].window.kind;
      expect(
        ['in Asia/Tokyo', 'in America/Lima', 'too America/Lima'].map(kindOf),
      ).toEqual(['calendar', 'calendar', 'calendar']);
      for (const name of ['in UTC', 'in Europe/Berlin', 'quarter']) {
        const slo = byName[name] as SloSummary;
        const days = name === 'quarter' ? '90d' : '30d';
        expect(slo.window).toMatchObject({
          kind: 'rolling',
          text: `rolling ${days}`,
        });
        expect(slo.budget.remaining).toBeCloseTo(0.1, 9);
        expect(slo.stateReason).toContain(
          `The numbers are those of the rolling ${days}`,
        );
      }
    });
  });

  it('of rules that do not say when they begin are rolling, and say so', async () => {
    record(
      prometheus,
      objective('older', { slo_window_kind: 'calendar', slo_window: 'month' }),
    );
    const server = await start();
    const { byName } = await list(server);
    expect(byName.older).toMatchObject({
      window: { kind: 'rolling', text: 'rolling 30d' },
      sli: 0.9991,
    });
    expect(byName.older.stateReason).toContain('have to be generated anew');
    expect(windowQueries()).toEqual([]);
    const { body } = await request(server).get(
      `${slosOf('cart')}/main/cart-older`,
    );
    const { sli, budget, window } = byName.older;
    expect(body.items[0]).toMatchObject({ sli, budget, window });
  });

  it('say so where Prometheus refuses to count, beside the numbers of the others', async () => {
    record(prometheus, [
      ...objective('month', calendar('month')),
      ...objective('days', {}),
    ]);
    prometheus.on(/\bsum_over_time/, {
      reply: {
        status: 422,
        body: {
          status: 'error',
          errorType: 'execution',
          error: 'query processing would load too many samples into memory',
        },
      },
    });
    const { byName, sources } = await list(await start());
    expect(byName.days.budget.remaining).toBeCloseTo(0.1, 9);
    expect(byName.month).toMatchObject({
      state: 'no-data',
      stateReason: expect.stringContaining('could not be read yet'),
      budget: {},
    });
    expect(sources[0]).toMatchObject({
      state: 'ok',
      reason: expect.stringMatching(
        /since 2023-11-01T00:00 UTC could not be read: .*too many samples/,
      ),
    });
  });

  it('are a part of the whole where Prometheus warns', async () => {
    record(prometheus, objective('month', calendar('month')));
    prometheus.on(/\bsum_over_time/, {
      reply: {
        body: {
          status: 'success',
          warnings: ['store eu-1 did not answer'],
          data: {
            resultType: 'vector',
            result: counted('month', 'events', 12, 40_000).map(
              ({ labels, value }) => ({
                metric: labels,
                value: [NOW, String(value)],
              }),
            ),
          },
        },
      },
    });
    const { byName, sources } = await list(await start());
    expect(byName.month.sli).toBe(0.9997);
    expect(sources[0]).toMatchObject({
      state: 'stale',
      reason: expect.stringContaining('store eu-1 did not answer'),
    });
  });
});
