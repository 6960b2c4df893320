import type { SloChart } from '@shopstack/plugin-slo-common';
import request from 'supertest';
import { PrometheusStub } from './__testUtils__/PrometheusStub';
import { record, recordedSeries } from './__testUtils__/recordedSeries';
import { component, naming, slosOf, startSlo } from './__testUtils__/startSlo';

const HOUR = 3_600;

describe('a Prometheus with another clock', () => {
  let prometheus: PrometheusStub;

  beforeAll(async () => {
    prometheus = await PrometheusStub.start();
  });
  beforeEach(() => prometheus.reset());
  afterAll(() => prometheus.close());

  it.each([
    ['ahead', 5 * HOUR],
    ['behind', -5 * HOUR],
  ])('has its first chart end by its clock: %s', async (_, skew) => {
    prometheus.now = Math.round(Date.now() / 1000) + skew;
    record(prometheus, recordedSeries());
    prometheus.on(({ range }) => range !== undefined, []);
    const server = await startSlo({
      instances: [{ name: 'main', url: prometheus.url }],
      entities: [component('cart', naming('cart'))],
    });

    const { status, body } = await request(server).get(
      `${slosOf('cart')}/main/cart-availability/charts/errors?last=1h`,
    );

    expect(status).toBe(200);
    const [{ times }] = body.items as SloChart[];
    expect(Math.abs(times[times.length - 1] - prometheus.now)).toBeLessThan(60);
    const ranges = prometheus.queries.filter(({ range }) => range);
    expect(ranges).toHaveLength(1);
    expect(Math.abs(ranges[0].range!.end - prometheus.now)).toBeLessThan(60);
  });
});
