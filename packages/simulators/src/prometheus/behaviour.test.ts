import request from 'supertest';
import { createPrometheusSimulator } from './createPrometheusSimulator';
import { TestWorld } from './testing/buildWorld';

const DAY = 24 * 60;
const MINUTE = 60_000;
const ERROR_SHARE = 'simulator.shopstack.dev/error-share';
const TRAFFIC_SHARE = 'simulator.shopstack.dev/traffic-share';

describe('what the template of a pod says of its behaviour', () => {
  const test = new TestWorld();
  const begin = test.now;
  const { app } = createPrometheusSimulator({ world: test.world });
  const forward = (minutes: number) =>
    test.world.clock.setNow(new Date(test.now + minutes * MINUTE));
  afterAll(() => test.close());

  async function single(query: string, time?: number): Promise<number> {
    const response = await request(app)
      .get('/api/v1/query')
      .query({ query, ...(time && { time: time / 1000 }) });
    expect([response.status, response.body.error]).toEqual([200, undefined]);
    return Number(response.body.data.result[0]?.value[1]);
  }

  const failing = (service: string, time?: number) =>
    single(
      `sum(rate(http_requests_total{service="${service}",status=~"5.."}[5m])) / sum(rate(http_requests_total{service="${service}"}[5m]))`,
      time,
    );

  it('fails the share of requests while such pods run, and neither before nor after', async () => {
    test.putPod({
      service: 'order',
      name: 'order-a-1',
      startedMinutesAgo: DAY,
    });
    const counted = 'sum(http_requests_total{service="order"})';
    const countedBefore = await single(counted, begin);
    expect(await failing('order')).toBeLessThan(0.01);

    test.deletePod('order-prod', 'order-a-1');
    test.putPod({
      service: 'order',
      name: 'order-b-1',
      startedMinutesAgo: 0,
      annotations: { [ERROR_SHARE]: '0.3' },
    });
    await single('up');
    forward(30);
    expect(await failing('order')).toBeCloseTo(0.3, 1);
    expect(
      await single(
        'sum(rate(http_request_duration_seconds_bucket{service="order",le="0.1"}[5m])) / sum(rate(http_request_duration_seconds_count{service="order"}[5m]))',
      ),
    ).toBeLessThan(0.85);
    expect(
      await single(
        'sum(rate(orders_total{service="order",outcome="rejected"}[5m])) / sum(rate(orders_total{service="order"}[5m]))',
      ),
    ).toBeCloseTo(0.3, 1);
    const broken = test.now;

    test.deletePod('order-prod', 'order-b-1');
    test.putPod({ service: 'order', name: 'order-a-2', startedMinutesAgo: 0 });
    await single('up');
    forward(180);
    expect(await failing('order')).toBeLessThan(0.01);
    expect(await failing('order', broken)).toBeCloseTo(0.3, 1);
    expect(await failing('order', begin)).toBeLessThan(0.01);
    expect(await single(counted, begin)).toBe(countedBefore);
  });

  it('lets a service rest, so that its counters are there and stand still', async () => {
    test.putPod({
      service: 'export',
      startedMinutesAgo: DAY,
      annotations: { [TRAFFIC_SHARE]: '0' },
    });
    expect(await single('count(http_requests_total{service="export"})')).toBe(
      16,
    );
    expect(await single('sum(http_requests_total{service="export"})')).toBe(0);
    expect(
      await single('sum(rate(http_requests_total{service="export"}[1h])) > 0'),
    ).toBeNaN();
  });

  it.each(['1.5', '-1', 'much', ''])('takes no notice of %j', async share => {
    test.putPod({
      service: 'cart',
      name: 'cart-a-1',
      startedMinutesAgo: DAY,
      annotations: { [ERROR_SHARE]: share, [TRAFFIC_SHARE]: share },
    });
    expect(await failing('cart')).toBeLessThan(0.1);
    expect(
      await single('sum(rate(http_requests_total{service="cart"}[1h]))'),
    ).toBeGreaterThan(1);
  });
});
