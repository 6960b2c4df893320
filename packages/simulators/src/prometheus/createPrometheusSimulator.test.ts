import request from 'supertest';
import { createPrometheusSimulator } from './createPrometheusSimulator';
import { TestWorld } from './testing/buildWorld';

const DAY = 24 * 60;

describe('the Prometheus simulator', () => {
  const test = new TestWorld();
  test.putDeployment('order', 'prod', 3);
  for (let pod = 0; pod < 3; pod++) {
    test.putPod({
      service: 'order',
      name: `order-${pod}`,
      startedMinutesAgo: DAY,
    });
  }
  test.putPod({
    service: 'cart',
    startedMinutesAgo: 3 * DAY,
    restarts: 1,
    restartedMinutesAgo: 60,
  });
  test.putApplication('order', [35 * DAY, 14 * DAY, DAY]);
  test.putApplication('cart', [3 * DAY]);
  test.putRules('order', 10 * DAY, [
    {
      record: 'job:errors:ratio_rate5m',
      expr: 'sum(rate(http_requests_total{service="order",status=~"5.."}[5m])) / sum(rate(http_requests_total{service="order"}[5m]))',
      labels: { slo: 'order' },
    },
    {
      record: 'job:errors:ratio_rate1h',
      expr: 'avg_over_time(job:errors:ratio_rate5m{slo="order"}[1h])',
    },
    { record: 'job:broken', expr: 'deriv(up[5m])' },
    {
      alert: 'OrderIsUp',
      expr: 'sum(up{service="order"}) >= 3',
      for: '5m',
      labels: { severity: 'info' },
      annotations: { summary: '{{ $value }} pods of {{ $labels.severity }}' },
    },
    { alert: 'OrderIsDown', expr: 'sum(up{service="order"}) < 1' },
  ]);
  const { app } = createPrometheusSimulator({ world: test.world });
  afterAll(() => test.close());

  async function query(expression: string, time?: number): Promise<any[]> {
    const response = await request(app)
      .get('/api/v1/query')
      .query({ query: expression, ...(time && { time: time / 1000 }) });
    expect([response.status, response.body.error]).toEqual([200, undefined]);
    return response.body.data.result;
  }

  async function single(expression: string, time?: number): Promise<number> {
    const [first] = await query(expression, time);
    return Number(first?.value[1]);
  }

  it('scrapes every running pod', async () => {
    const up = await query('up');
    expect(up.map(one => one.metric.pod).sort()).toEqual([
      'cart-0',
      'order-0',
      'order-1',
      'order-2',
    ]);
    expect(up[0].metric).toMatchObject({
      environment: 'prod',
      instance: '10.244.1.7:8080',
    });
    expect(
      await single(
        'kube_deployment_status_replicas_available{deployment="order"}',
      ),
    ).toBe(3);
  });

  it('knows the pods of earlier deployments', async () => {
    expect(
      await single('count(up{service="order"})', test.now - 20 * DAY * 60_000),
    ).toBe(3);
    expect(
      await single('count(up{service="order"})', test.now - 34 * DAY * 60_000),
    ).toBe(3);
    expect(
      await query('up{service="order"}', test.now - 36 * DAY * 60_000),
    ).toEqual([]);
    expect(
      await single('sum(increase(http_requests_total{service="order"}[30d]))'),
    ).toBeGreaterThan(1e6);
  });

  it('counts up, and anew after a restart', async () => {
    const response = await request(app)
      .post('/api/v1/query_range')
      .type('form')
      .send({
        query: 'http_requests_total{status=~"200|500"}',
        start: (test.now - 2 * 3_600_000) / 1000,
        end: test.now / 1000,
        step: '30s',
      });
    const { result } = response.body.data;
    expect(result.length).toBeGreaterThan(20);
    for (const { metric, values } of result) {
      const numbers: number[] = values.map((value: [number, string]) =>
        Number(value[1]),
      );
      const drops = numbers.filter(
        (value, index) => value < numbers[index - 1],
      );
      const mayDrop = metric.service === 'cart' ? 1 : 0;
      expect([metric.pod, drops.length <= mayDrop]).toEqual([metric.pod, true]);
    }
    expect(
      await single(
        'resets(http_requests_total{service="cart",route="/carts/:id",status="200"}[2h])',
      ),
    ).toBe(1);
  });

  it('tells the same growth by edges as by samples', async () => {
    const counter =
      'http_requests_total{service="cart",status="200",route="/carts/:id"}';
    const byEdges = await single(`increase(${counter}[2h])`);
    const bySamples = await single(`increase(${counter}[2h:30s])`);
    expect(byEdges).toBeCloseTo(bySamples, 6);
    const parts = await single(
      `sum_over_time(increase(${counter}[1m])[2h:1m])`,
    );
    expect(parts / byEdges).toBeCloseTo(1, 1);
  });

  it('has latencies whose buckets are cumulative', async () => {
    const count = await single(
      'sum(http_request_duration_seconds_count{service="order"})',
    );
    expect(
      await single(
        'sum(http_request_duration_seconds_bucket{service="order",le="+Inf"})',
      ),
    ).toBe(count);
    const median = await single(
      'histogram_quantile(0.5, sum by (le) (rate(http_request_duration_seconds_bucket{service="order"}[5m])))',
    );
    expect(median).toBeGreaterThan(0.001);
    expect(median).toBeLessThan(0.5);
  });

  it('ends the series of a pod that is gone', async () => {
    test.putPod({ service: 'user', startedMinutesAgo: 30 });
    expect(await single('sum(up{service="user"})')).toBe(1);
    test.deletePod('user-prod', 'user-0');
    await test.world.events.idle();
    await test.world.ticker.runOnce();
    const before = test.now;
    test.world.clock.setNow(new Date(before + 60_000));
    expect(await query('up{service="user"}')).toEqual([]);
    expect(await single('up{service="user"}', before - 60_000)).toBe(1);
  });

  it('records rules from their creation on, and rules that stand on rules', async () => {
    const [recorded] = await query('job:errors:ratio_rate5m');
    expect(recorded.metric).toEqual({
      __name__: 'job:errors:ratio_rate5m',
      slo: 'order',
    });
    const direct = await query(
      'sum(rate(http_requests_total{service="order",status=~"5.."}[5m])) / sum(rate(http_requests_total{service="order"}[5m]))',
      Math.floor(test.now / 60_000) * 60_000,
    );
    expect(recorded.value[1]).toBe(direct[0].value[1]);
    expect(await single('job:errors:ratio_rate1h')).toBeGreaterThanOrEqual(0);
    expect(
      await single('count_over_time(job:errors:ratio_rate5m[1h])'),
    ).toBeGreaterThanOrEqual(60);
  });

  it('shows rules with their health, and alerts', async () => {
    const { body } = await request(app).get('/api/v1/rules');
    const [group] = body.data.groups;
    expect(group).toMatchObject({ name: 'order', interval: 60 });
    const health = Object.fromEntries(
      group.rules.map((rule: any) => [rule.name, rule.health]),
    );
    expect(health).toMatchObject({
      'job:errors:ratio_rate5m': 'ok',
      'job:broken': 'err',
      OrderIsUp: 'ok',
    });
    expect(group.rules[2].lastError).toContain('deriv()');
    const alert = group.rules.find((rule: any) => rule.name === 'OrderIsUp');
    expect(alert).toMatchObject({ state: 'firing', duration: 300 });
    expect(alert.alerts[0].annotations).toEqual({ summary: '3 pods of info' });
    expect(alert.alerts[0].value).toBe('3e+00');
    const alerts = await request(app).get('/api/v1/alerts');
    expect(alerts.body.data.alerts.map((one: any) => one.labels)).toEqual([
      { alertname: 'OrderIsUp', severity: 'info' },
    ]);
    expect(await query('ALERTS{alertname="OrderIsDown"}')).toEqual([]);
    const [series] = await query('ALERTS');
    expect(series.metric).toEqual({
      __name__: 'ALERTS',
      alertname: 'OrderIsUp',
      alertstate: 'firing',
      severity: 'info',
    });
    expect(await single('ALERTS_FOR_STATE')).toBeLessThan(
      test.now / 1000 - 300,
    );
  });

  it('lets a new rule count from now on', async () => {
    test.putRules('young', 2, [{ record: 'young', expr: 'vector(1)' }]);
    expect(await single('young')).toBe(1);
    expect(await single('count_over_time(young[1h])')).toBeLessThanOrEqual(3);
    test.putRules('young', 2, [{ record: 'younger', expr: 'vector(2)' }]);
    expect(await query('young')).toEqual([]);
    expect(await query('younger', test.now - 60_000)).toEqual([]);
  });

  it('lists series, labels and values', async () => {
    const series = await request(app)
      .get('/api/v1/series')
      .query({ 'match[]': 'up{service="cart"}' });
    expect(series.body.data).toHaveLength(1);
    const labels = await request(app).get('/api/v1/labels');
    expect(labels.body.data).toEqual(
      expect.arrayContaining([
        '__name__',
        'environment',
        'le',
        'slo',
        'status',
      ]),
    );
    const values = await request(app)
      .get('/api/v1/label/service/values')
      .query({ 'match[]': 'up' });
    expect(values.body.data).toEqual(['cart', 'order', 'user']);
    const names = await request(app).get('/api/v1/label/__name__/values');
    expect(names.body.data).toEqual(
      expect.arrayContaining([
        'http_requests_total',
        'job:errors:ratio_rate5m',
      ]),
    );
    const metadata = await request(app).get('/api/v1/metadata');
    expect(metadata.body.data.http_requests_total[0].type).toBe('counter');
    const targets = await request(app).get('/api/v1/targets');
    expect(targets.body.data.activeTargets).toHaveLength(4);
  });

  it.each<[string, Record<string, string>, number, string]>([
    ['query', {}, 400, 'bad_data'],
    ['query', { query: 'sum(' }, 400, 'bad_data'],
    ['query', { query: 'up', time: 'yesterday' }, 400, 'bad_data'],
    ['query', { query: 'deriv(up[5m])' }, 422, 'execution'],
    ['query', { query: 'up / on () up' }, 422, 'execution'],
    [
      'query_range',
      { query: 'up', start: '10', end: '5', step: '1' },
      400,
      'bad_data',
    ],
    [
      'query_range',
      { query: 'up', start: '0', end: '50', step: '0' },
      400,
      'bad_data',
    ],
    [
      'query_range',
      { query: 'up', start: '0', end: '20000', step: '1' },
      400,
      'bad_data',
    ],
    [
      'query_range',
      { query: 'up[5m]', start: '0', end: '5', step: '1' },
      400,
      'bad_data',
    ],
    ['series', {}, 400, 'bad_data'],
    ['series', { 'match[]': 'sum(up)' }, 400, 'bad_data'],
  ])('refuses %s with %j', async (path, parameters, status, errorType) => {
    const response = await request(app)
      .get(`/api/v1/${path}`)
      .query(parameters);
    expect(response.status).toBe(status);
    expect(response.body).toMatchObject({ status: 'error', errorType });
    expect(response.body.error).not.toBe('');
  });

  it('knows no other paths', async () => {
    for (const path of [
      '/api/v1/query_exemplars',
      '/api/v1/nothing',
      '/metrics',
      '/api/v2/alerts',
    ]) {
      expect((await request(app).get(path)).status).toBe(404);
    }
    expect((await request(app).get('/-/ready')).status).toBe(200);
    expect((await request(app).get('/-/healthy')).status).toBe(200);
    const info = await request(app).get('/api/v1/status/buildinfo');
    expect(info.body.data.version).toMatch(/^2\./);
  });

  it('shows a query on a page, with nothing in it taken for markup', async () => {
    const page = await request(app)
      .get('/graph')
      .query({ 'g0.expr': 'up{service="<b>"}' });
    expect(page.text).toContain('Empty query result');
    expect(page.text).not.toContain('<b>');
  });

  it('counts recorded samples alike, one by one and in long rows', async () => {
    const recorded = 'job:errors:ratio_rate5m{slo="order"}';
    for (const what of ['count_over_time', 'sum_over_time']) {
      const byRange = await single(`${what}(${recorded}[2d])`);
      const byRow = await single(`${what}(${recorded}[2d:1m])`);
      const byStep = await single(`${what}(${recorded}[2d:2m])`);
      expect(byRow / byRange).toBeCloseTo(1, 2);
      expect((2 * byStep) / byRange).toBeCloseTo(1, 1);
    }
    const gap = `count_over_time((${recorded} offset 9d)[3d:1m])`;
    const ranged = `count_over_time(${recorded}[3d] offset 9d)`;
    expect((await single(gap)) / (await single(ranged))).toBeCloseTo(1, 2);
  });

  it('takes two rules that record the same series for one', async () => {
    const twice = {
      record: 'job:twice',
      expr: 'vector(2)',
      labels: { slo: 'order' },
    };
    test.putRules('one', DAY, [twice]);
    test.putRules('other', DAY, [{ ...twice, expr: 'vector(2) ' }]);
    expect(await query('job:twice')).toHaveLength(1);
    expect(await single('sum(job:twice)')).toBe(2);
  });

  it('has weather', async () => {
    test.world.weather.set('prometheus', { kind: '500' });
    const response = await request(app)
      .get('/api/v1/query')
      .query({ query: 'up' });
    expect([response.status, response.body.errorType]).toEqual([
      500,
      'internal',
    ]);
    test.world.weather.set('prometheus', { kind: 'clear' });
  });

  it('remembers gone pods and old rules after a restart of the process', async () => {
    const again = createPrometheusSimulator({ world: test.world });
    const past = test.now - 20 * 60_000;
    const response = await request(again.app)
      .get('/api/v1/query')
      .query({
        query: 'http_requests_total{service="user"}',
        time: past / 1000,
      });
    expect(response.body.data.result).toEqual(
      await query('http_requests_total{service="user"}', past),
    );
    expect(response.body.data.result.length).toBeGreaterThan(0);
  });
});
