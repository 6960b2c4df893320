import { mockCredentials } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import type { ArgocdApplication } from '@shopstack/plugin-argocd-common';
import { faultError } from '@shopstack/plugin-kit-node';
import type { SloSummary } from '@shopstack/plugin-slo-common';
import type { LoadedRule } from '../upstream/PrometheusReader';
import {
  CannedReader,
  createTestDetails,
} from './__testUtils__/createTestDetails';

const NOW = Date.UTC(2026, 10, 14, 1, 2, 3) / 1000;
const MONTH = 30 * 86_400;

const slo: SloSummary = {
  instance: 'main',
  id: 'cart-availability',
  service: 'cart',
  name: 'availability',
  title: 'Availability',
  category: 'technical',
  environment: 'prod',
  labels: { environment: 'prod' },
  state: 'healthy',
  stateReason: 'Half of the error budget is left.',
  objective: 99,
  window: { kind: 'rolling', seconds: MONTH, text: '30d' },
  budgeting: 'occurrences',
  mode: 'sloth',
  sli: 0.995,
  budget: { remaining: 0.5 },
  burn: 2,
  alerts: [],
};

const context = {
  entity: {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'cart' },
  },
  credentials: mockCredentials.user(),
};

const rule = (name: string, query: string, more = {}): LoadedRule => ({
  kind: 'recording',
  group: 'g',
  file: 'f',
  name,
  query,
  labels: { sloth_id: 'cart-availability' },
  annotations: {},
  holdSeconds: 0,
  intervalSeconds: 60,
  health: 'ok',
  ...more,
});

function setup(applications: ArgocdApplication[] = []) {
  const reader = new CannedReader();
  reader.loaded = [
    rule(
      'slo:sli_error:ratio_rate1d',
      'sum(rate(x{code=~"5.."}[1d])) / sum(rate(x{job="cart"}[1d]))',
    ),
  ];
  reader.onQuery = promql => {
    const sample = (labels: Record<string, string>, value: number) => ({
      labels,
      value,
      at: NOW,
    });
    if (promql.startsWith('{__name__')) {
      return ['5m', '1h', '30m', '6h'].map(window =>
        sample({ __name__: `slo:sli_error:ratio_rate${window}` }, 0.02),
      );
    }
    if (promql.startsWith('count(')) return [sample({}, 11)];
    return [
      sample({ shopstack_part: 'total' }, 10_000),
      sample({ shopstack_part: 'errors' }, 50),
      sample({ shopstack_part: 'bad0' }, 20),
      sample({ shopstack_part: 'bad1' }, 25),
    ];
  };
  const details = createTestDetails({ reader, applications, now: () => NOW });
  return { reader, details };
}

const chart = (
  ...[name, range]: [
    Parameters<ReturnType<typeof setup>['details']['getChart']>[1],
    object,
  ]
) =>
  [slo, name, range, context] as unknown as Parameters<
    ReturnType<typeof setup>['details']['getChart']
  >;

describe('the detail of an objective', () => {
  it('adds events, burn rates, queries and links to what lists show', async () => {
    const { details } = setup();
    const { items } = await details.getSlo(slo, context);
    const [detail] = items;
    expect(detail).toMatchObject({
      ...slo,
      budget: { remaining: 0.5, events: { total: 10_000, bad: 50 } },
    });
    expect(detail.budget.events!.left).toBeCloseTo(50, 6);
    expect(detail.burnWindows[0]).toMatchObject({
      shortWindow: '5m',
      word: 'acceptable',
      exhaustsInSeconds: (0.5 * MONTH) / 2,
    });
    expect(detail.exhaustsAt).toBe(
      new Date((NOW + (0.5 * MONTH) / 2) * 1000).toISOString(),
    );
    expect(detail.queries[0]).toEqual({
      subject: 'sli',
      promql: '1 - slo:sli_error:ratio_rate30d{sloth_id="cart-availability"}',
      url: expect.stringContaining('https://prometheus.example.com/graph?'),
    });
    expect(detail.charts).toEqual([
      'budget',
      'sli',
      'requests',
      'errors',
      'latency',
      'calendar',
      'burn-page-quick',
      'burn-page-slow',
      'burn-ticket-quick',
      'burn-ticket-slow',
    ]);
  });

  it('asks nothing when it is warm', async () => {
    const { reader, details } = setup();
    await details.getSlo(slo, context);
    const cold = reader.asked.length;
    expect(cold).toBeLessThanOrEqual(4);
    await details.getSlo(slo, context);
    await details.getSlo(slo, context);
    expect(reader.asked).toHaveLength(cold);
  });

  it('shows what is known while Prometheus is down, and says so', async () => {
    const { reader, details } = setup();
    reader.fault = faultError('unreachable', 'Prometheus');
    const { items, sources } = await details.getSlo(slo, context);
    expect(items[0]).toMatchObject({ id: slo.id, budget: { remaining: 0.5 } });
    expect(items[0].burnWindows.map(({ word }) => word)).toEqual(
      Array(4).fill('unknown'),
    );
    expect(sources.every(({ state }) => state === 'unavailable')).toBe(true);
    expect(sources[0].reason).toBe('Prometheus cannot be reached');
  });

  it('says when a part of what was counted may be missing', async () => {
    const { reader, details } = setup();
    reader.warnings = ['store eu did not answer'];
    const { items, sources } = await details.getSlo(slo, context);
    expect(items[0].budget.events).toMatchObject({ total: 10_000 });
    expect(sources).toContainEqual(
      expect.objectContaining({
        state: 'stale',
        reason:
          'A part may be missing, Prometheus warns: store eu did not answer',
      }),
    );
  });

  it('says when the whole budget is less than one event', async () => {
    const { reader, details } = setup();
    reader.onQuery = () => [
      { labels: { shopstack_part: 'total' }, value: 50, at: NOW },
    ];
    const { items } = await details.getSlo(slo, context);
    expect(items[0]).toMatchObject({
      tooFewEvents: true,
      budget: { events: { total: 50, bad: 0, allowed: 0.5 } },
    });
  });

  it('offers no charts of what nobody records', async () => {
    const { details } = setup();
    const { items } = await details.getSlo(
      { ...slo, state: 'rules-not-loaded', sli: undefined, budget: {} },
      context,
    );
    expect(items[0].charts).toEqual([]);
  });

  it('does not add up the variants of an indicator', async () => {
    const { reader, details } = setup();
    const { items } = await details.getSlo(
      { ...slo, id: 'cart-availability{cluster="eu"}' },
      context,
    );
    expect(items[0].budget.events).toBeUndefined();
    expect(
      reader.asked.every(
        ({ promql }) => promql === 'rules' || promql.includes('cluster="eu"'),
      ),
    ).toBe(true);
  });

  describe('of a calendar window', () => {
    const month: SloSummary = {
      ...slo,
      window: {
        kind: 'calendar',
        seconds: 30 * 86_400,
        text: 'month',
        startedAt: '2026-11-01T00:00:00.000Z',
        endsAt: '2026-12-01T00:00:00.000Z',
      },
      budget: {
        remaining: 0.5,
        events: { total: 40_000, bad: 200, allowed: 400, left: 200 },
      },
    };

    it('shows the numbers of the list, and asks nothing for them', async () => {
      const { reader, details } = setup();
      const { items } = await details.getSlo(month, context);
      const [{ sli, budget, exhaustsAt }] = items;
      expect({ sli, budget }).toEqual({ sli: month.sli, budget: month.budget });
      expect(
        reader.asked.filter(({ promql }) => promql.includes('over_time')),
      ).toEqual([]);
      // Twice as fast as allowed, with half of it left: ends before the month does.
      expect(exhaustsAt).toBe('2026-11-21T13:02:03.000Z');
    });

    it.each<[string, Partial<SloSummary>, RegExp, RegExp]>([
      [
        'events',
        {},
        /ratio_rate5m\{sloth_id="cart-availability"\} >= 0\) \* .*\[13d1h2m2s:5m\]\)$/,
        /^300 \* sum_over_time/,
      ],
      [
        'slices',
        { budgeting: 'timeslices', budget: { remaining: 0.5 } },
        /^sum_over_time\(\(slo:sli_slice:error_ratio\{.*\[13d1h2m2s:1m\]/,
        /^count_over_time/,
      ],
      [
        'time with data',
        { budget: { remaining: 0.5 } },
        /^sum_over_time\(\(slo:sli_error:ratio_rate5m\{.*\[13d1h2m2s:5m\]/,
        /^count_over_time/,
      ],
    ])('names the queries that counted its %s', async (_, part, ...wanted) => {
      const { details } = setup();
      const { items } = await details.getSlo({ ...month, ...part }, context);
      const promqlOf = (subject: string) =>
        items[0].queries.find(each => each.subject === subject)!.promql;
      expect(promqlOf('errors')).toMatch(wanted[0]);
      expect(promqlOf('total')).toMatch(wanted[1]);
    });
  });

  it('ends no rolling budget at a pace that gives back as much', async () => {
    const { reader, details } = setup();
    reader.onQuery = () => [
      {
        labels: { __name__: 'slo:sli_error:ratio_rate1h' },
        value: 0.009,
        at: NOW,
      },
    ];
    const { items } = await details.getSlo(slo, context);
    expect(items[0]).not.toHaveProperty('exhaustsAt');
  });
});

describe('a chart', () => {
  it('is one query, and none when it is warm', async () => {
    const { reader, details } = setup();
    reader.onRange = (_, { start }) => [
      {
        labels: {},
        points: [
          [start, 0.9],
          [start + 3_600, Number.NaN],
          [start + 7_200, -3],
        ],
      },
    ];
    const { items } = await details.getChart(
      ...chart('budget', { last: '30d' }),
    );
    await details.getChart(...chart('budget', { last: '720h' }));
    expect(reader.asked).toHaveLength(1);
    expect(items[0].times).toHaveLength(721);
    expect(items[0].series[0].values.slice(0, 4)).toEqual([
      0.9,
      null,
      -3,
      null,
    ]);
    expect(JSON.stringify(items[0])).not.toMatch(/NaN|Infinity/);
  });

  it('is the same for ranges that are almost equal', async () => {
    const { reader, details } = setup();
    const zoom = (from: number, to: number) =>
      details.getChart(
        ...chart('sli', {
          from: new Date((NOW - from) * 1000).toISOString(),
          to: new Date((NOW - to) * 1000).toISOString(),
        }),
      );
    await zoom(86_400, 7_200);
    await zoom(86_395, 7_195);
    expect(reader.asked).toHaveLength(1);
    const { end, start, step } = reader.asked[0].range!;
    expect([start % step, end % step]).toEqual([0, 0]);
  });

  it.each([
    ['a usual range', { last: '30d' }],
    ['a range of somebody', { last: '37m' }],
    ['a zoom', { from: '2026-11-01T00:00:00Z', to: '2026-11-02T00:00:00Z' }],
  ])('of %s names the source that fails, and is no error', async (_, range) => {
    const { reader, details } = setup();
    reader.fault = faultError('timed-out', 'Prometheus');
    const { items, sources } = await details.getChart(...chart('sli', range));
    expect(items).toEqual([]);
    expect(sources).toEqual([
      expect.objectContaining({
        source: 'prometheus',
        instance: 'main',
        state: 'unavailable',
        reason: 'Prometheus does not answer in time',
        topic: expect.any(String),
      }),
    ]);
  });

  it('says what Prometheus warned of', async () => {
    const { reader, details } = setup();
    reader.warnings = ['a store did not answer'];
    const { items } = await details.getChart(
      ...chart('errors', { last: '1h' }),
    );
    expect(items[0].warnings).toEqual(['a store did not answer']);
    expect(items[0].series[0].values.every(value => value === null)).toBe(true);
  });

  it('of an instance that is gone says so', async () => {
    const { details } = setup();
    const { sources } = await details.getChart(
      { ...slo, instance: 'old' },
      'sli',
      { last: '1h' },
      context,
    );
    expect(sources).toEqual([
      expect.objectContaining({ instance: 'old', state: 'unavailable' }),
    ]);
  });

  it('has both burn rates by name, and the threshold', async () => {
    const { reader, details } = setup();
    reader.onRange = (_, { start }) => [
      { labels: { shopstack_part: 'long' }, points: [[start, 2]] },
      { labels: { shopstack_part: 'short' }, points: [[start, 1]] },
    ];
    const { items } = await details.getChart(
      ...chart('burn-page-slow', { last: '1h' }),
    );
    expect(
      items[0].series.map(({ name, values }) => [name, values[0]]),
    ).toEqual([
      ['short', 1],
      ['long', 2],
      ['threshold', 6],
    ]);
    expect(items[0].unit).toBe('burn-rate');
  });

  it('refuses a range that is none', async () => {
    const { details } = setup();
    await expect(
      details.getChart(...chart('sli', { last: 'x' })),
    ).rejects.toMatchObject({ name: 'InputError' });
  });
});

describe('deployments', () => {
  const history = (...times: number[]) =>
    [
      {
        name: 'cart-prod',
        environment: 'prod',
        url: 'https://argocd.example.com',
        history: times.map(time => ({
          revision: String(time),
          deployedAt: new Date(time * 1000).toISOString(),
        })),
      },
    ] as unknown as ArgocdApplication[];

  it('cost two queries, however many there are, and none when warm', async () => {
    const times = Array.from(
      { length: 14 },
      (_, index) => NOW - (index + 1) * 86_400,
    );
    const { reader, details } = setup(history(...times));
    const list = () => details.listDeployments(slo, { last: '30d' }, context);
    const { items } = await list();
    await list();
    expect(
      reader.asked.filter(({ promql }) => promql !== 'rules'),
    ).toHaveLength(2);
    expect(items).toHaveLength(14);
    // 20 bad ones of 100 that 10,000 events allow.
    expect(items[0].budgetSpent).toBeCloseTo(0.2, 9);
    expect(items[1].budgetSpent).toBeCloseTo(0.25, 9);
    // No series of errors is no error; beyond the tenth nothing is counted.
    expect(items[9].budgetSpent).toBe(0);
    expect(items[10]).not.toHaveProperty('budgetSpent');
  });

  it('outside of the range are not shown, and end those that are', async () => {
    const { reader, details } = setup(
      history(NOW - 600, NOW - 7_200, NOW - MONTH),
    );
    const { items } = await details.listDeployments(
      slo,
      {
        from: new Date((NOW - 86_400) * 1000).toISOString(),
        to: new Date((NOW - 3_600) * 1000).toISOString(),
      },
      context,
    );
    expect(items.map(({ revision }) => revision)).toEqual([
      String(NOW - 7_200),
    ]);
    const counted = reader.asked.find(({ promql }) => promql.includes('bad1'))!;
    expect(counted.promql).toContain(`@ ${NOW - 600}`);
  });

  it('are shown without what they spent while Prometheus is down', async () => {
    const { reader, details } = setup(history(NOW - 7_200));
    reader.fault = faultError('failed', 'Prometheus');
    const { items, sources } = await details.listDeployments(
      slo,
      { last: '1d' },
      context,
    );
    expect(items).toHaveLength(1);
    expect(items[0]).not.toHaveProperty('budgetSpent');
    expect(sources.some(({ state }) => state === 'unavailable')).toBe(true);
  });

  it('of a silent Argo CD are missing, and it is named', async () => {
    const reader = new CannedReader();
    const details = createTestDetails({
      reader,
      now: () => NOW,
      argocd: {
        listApplications: async () => {
          throw new ConflictError('no');
        },
      },
    });
    const { items, sources } = await details.listDeployments(
      slo,
      { last: '1d' },
      context,
    );
    expect(items).toEqual([]);
    expect(sources).toEqual([
      expect.objectContaining({ source: 'argo-cd', state: 'unavailable' }),
    ]);
    expect(reader.asked).toEqual([]);
  });
});
