import type { Server } from 'node:http';
import type { SourceStatus } from '@shopstack/plugin-kit-common';
import { HttpStub } from '@shopstack/plugin-kit-node/testUtils';
import type { EntitySlos } from '@shopstack/plugin-slo-common';
import request from 'supertest';
import {
  PrometheusStub,
  type StubSeries,
} from './__testUtils__/PrometheusStub';
import { record, recordedSeries } from './__testUtils__/recordedSeries';
import { component, naming, slosOf, startSlo } from './__testUtils__/startSlo';
import { until } from './__testUtils__/until';

const soon = { observe: { restSeconds: 0.05, patienceSeconds: 5 } };

describe('odd answers of Prometheus', () => {
  let prometheus: PrometheusStub;
  let alertmanager: HttpStub;

  const start = async () =>
    (await startSlo({
      instances: [
        {
          name: 'main',
          url: prometheus.url,
          alertmanager: { url: alertmanager.url },
        },
      ],
      slo: { maxAgeSeconds: 0.05, timeoutSeconds: 2 },
      config: soon,
      entities: [component('cart', naming('cart'))],
    })) as unknown as Server;

  const look = async (server: Server) => {
    const { status, body } = await request(server).get(slosOf('cart'));
    expect(status).toBe(200);
    const { items, sources } = body as EntitySlos;
    const of = (source: string) =>
      sources.find(each => each.source === source) as SourceStatus;
    return { items, of };
  };

  beforeAll(async () => {
    prometheus = await PrometheusStub.start();
    alertmanager = await HttpStub.start();
  });
  beforeEach(() => {
    prometheus.reset();
    prometheus.now = Math.floor(Date.now() / 1000);
    record(prometheus, recordedSeries());
    alertmanager.reset();
    alertmanager.reply = () => ({ body: [] });
  });
  afterAll(() => Promise.all([prometheus.close(), alertmanager.close()]));

  it('are a part of the whole when it warns, and say so', async () => {
    prometheus.on('sloth_slo_info', {
      reply: {
        body: {
          status: 'success',
          warnings: ['store eu-1 did not answer'],
          data: {
            resultType: 'vector',
            result: recordedSeries()
              .filter(({ labels }) => labels?.__name__ === 'sloth_slo_info')
              .map(({ labels }) => ({
                metric: labels,
                value: [prometheus.now, '1'],
              })),
          },
        },
      },
    });
    const { items, of } = await look(await start());
    expect(items).toHaveLength(1);
    expect(of('prometheus')).toMatchObject({
      state: 'stale',
      reason: expect.stringContaining('store eu-1 did not answer'),
    });
  });

  it('come from another clock, which is told', async () => {
    prometheus.now -= 3 * 3_600;
    record(
      prometheus,
      recordedSeries({ ratio: 0.0005, ratios: { '1h': 0.002 } }),
    );
    const { items, of } = await look(await start());
    expect(of('prometheus')).toMatchObject({
      state: 'ok',
      reason: expect.stringMatching(/clock is 3h behind/),
    });
    // By its clock, and not by ours.
    const ends = Date.parse(items[0].exhaustsAt!) / 1000;
    expect(ends - prometheus.now).toBeCloseTo(7.5 * 86_400, -1);
  });

  it('are nothing at all, which is no fault', async () => {
    record(prometheus, []);
    const { items, of } = await look(await start());
    expect(items).toEqual([]);
    expect(of('prometheus').state).toBe('ok');
  });

  const drop = (wanted: RegExp) => (series: StubSeries[]) =>
    series.filter(({ labels }) => !wanted.test(labels?.__name__ ?? ''));

  it.each([
    ['NaN everywhere', recordedSeries({ ratio: NaN }), 'no-data'],
    ['no shares', drop(/^slo:sli_error/)(recordedSeries()), 'no-data'],
    ['+Inf', recordedSeries({ ratio: Infinity }), 'invalid-sli'],
    ['a share above 1', recordedSeries({ ratio: 2 }), 'invalid-sli'],
    ['no period', drop(/rate30d$/)(recordedSeries()), 'rules-not-loaded'],
  ])('hold %s, which is not healthy', async (_, series, state) => {
    record(prometheus, series);
    const { items } = await look(await start());
    expect(items).toEqual([expect.objectContaining({ state, budget: {} })]);
    expect(JSON.stringify(items)).not.toMatch(/null|NaN|Infinity/);
  });

  it('hold rules that fail', async () => {
    record(prometheus, drop(/^slo:sli_error/)(recordedSeries()));
    prometheus.ruleGroups = [
      {
        name: 'sloth-slo-sli-recordings-cart-availability',
        file: 'cart.yml',
        interval: 30,
        rules: [
          {
            type: 'recording',
            name: 'slo:sli_error:ratio_rate5m',
            query: 'a / b',
            labels: { sloth_id: 'cart-availability' },
            health: 'err',
            lastError: 'many-to-many matching not allowed',
          },
        ],
      },
    ];
    const { items } = await look(await start());
    expect(items).toEqual([
      expect.objectContaining({
        state: 'rules-not-loaded',
        stateReason: expect.stringContaining('many-to-many'),
      }),
    ]);
  });

  it.each([
    [
      'a query that it refuses',
      {
        status: 422,
        body: {
          status: 'error',
          errorType: 'execution',
          error: 'query processing would load too many samples into memory',
        },
      },
      'too many samples',
    ],
    ['an outage', { status: 503, body: 'no' }, 'Prometheus fails (503)'],
    ['a token that it refuses', { status: 401 }, 'credentials'],
    ['a hang', 'hang' as const, 'does not answer in time'],
    ['half an answer', 'cut' as const, 'Prometheus'],
    ['no JSON', { body: 'hello' }, 'does not understand'],
  ])(
    'keep the last good numbers with their age after %s',
    async (_, fault, reason) => {
      const server = await start();
      const before = await look(server);
      expect(before.of('prometheus').state).toBe('ok');

      prometheus.fault = fault;
      const during = await until(async () => {
        const seen = await look(server);
        return seen.of('prometheus').state !== 'ok' && seen;
      });
      expect(during.of('prometheus')).toMatchObject({
        state: 'stale',
        asOf: expect.any(String),
        since: expect.any(String),
        reason: expect.stringContaining(reason),
      });
      expect(during.items).toEqual(before.items);

      prometheus.fault = undefined;
      await until(async () => {
        const { of } = await look(server);
        return of('prometheus').state === 'ok';
      });
    },
    20_000,
  );

  it('are not there yet: nothing is shown as if there were nothing', async () => {
    prometheus.fault = { status: 500 };
    const { items, of } = await look(await start());
    expect(items).toEqual([]);
    expect(of('prometheus')).toMatchObject({
      state: 'unavailable',
      reason: 'Prometheus fails (500)',
    });
  });

  it('do without rules and history, where a querier has none', async () => {
    prometheus.on(/^min_over_time/, { reply: { status: 422, body: '{}' } });
    prometheus.ruleGroups = [{ odd: true }];
    const { items, of } = await look(await start());
    expect(of('prometheus').state).toBe('ok');
    expect(items).toEqual([expect.objectContaining({ state: 'healthy' })]);
    expect(items[0]).not.toHaveProperty('filled');
  });

  it('are shown while Alertmanager is out, which is told by itself', async () => {
    record(
      prometheus,
      recordedSeries({ alerts: [{ severity: 'page', state: 'firing' }] }),
    );
    alertmanager.reply = () => ({ status: 503 });
    const { items, of } = await look(await start());
    expect(of('prometheus').state).toBe('ok');
    expect(of('alertmanager')).toMatchObject({
      state: 'unavailable',
      reason: 'Alertmanager fails (503)',
    });
    expect(items[0]).toMatchObject({
      state: 'burning',
      alerts: [{ status: 'firing' }],
    });
  });

  it('tell which alerts are silenced, and by whom', async () => {
    record(
      prometheus,
      recordedSeries({ alerts: [{ severity: 'page', state: 'firing' }] }),
    );
    alertmanager.reply = ({ path }) => ({
      body: path.includes('/silences')
        ? [
            {
              id: 's1',
              startsAt: '2026-11-20T00:00:00Z',
              endsAt: '2026-11-22T00:00:00Z',
              createdBy: 'team-checkout',
              comment: 'Load test',
              matchers: [],
              status: { state: 'active' },
            },
          ]
        : [
            {
              labels: {
                alertname: 'CartErrors',
                sloth_id: 'cart-availability',
                sloth_severity: 'page',
              },
              annotations: {},
              startsAt: '2026-11-20T00:00:00Z',
              fingerprint: 'f',
              status: {
                state: 'suppressed',
                silencedBy: ['s1'],
                inhibitedBy: [],
              },
            },
          ],
    });
    const { items } = await look(await start());
    expect(items[0].alerts).toEqual([
      expect.objectContaining({
        status: 'silenced',
        silence: expect.objectContaining({ createdBy: 'team-checkout' }),
      }),
    ]);
  });
});
