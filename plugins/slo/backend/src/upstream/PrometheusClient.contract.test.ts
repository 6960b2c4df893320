import {
  hasRealPrometheus,
  type StartedPrometheus,
  startRealPrometheus,
} from '../__testUtils__/startRealPrometheus';
import { PrometheusClient } from './PrometheusClient';

jest.setTimeout(60_000);

const describeReal = hasRealPrometheus('the client is not held to it')
  ? describe
  : describe.skip;

describeReal('PrometheusClient on a real Prometheus', () => {
  const now = Math.floor(Date.now() / 1000);
  let real: StartedPrometheus;
  let client: PrometheusClient;

  beforeAll(async () => {
    real = await startRealPrometheus({
      path: '/prometheus',
      openMetrics: [0, 60, 120, 180]
        .map(ago => `requests_total{code="200"} ${1000 - ago} ${now - ago}`)
        .reverse()
        .join('\n'),
      rules: [
        `groups: [{name: a, interval: 30s, rules: [{record: 'x:y', expr: 'vector(1)', labels: {l: v}}, {alert: A, expr: 'vector(1) > 2', for: 2m, annotations: {summary: s}}]}]`,
      ],
    });
    client = new PrometheusClient({
      instance: {
        name: 'real',
        url: real.url,
        externalUrl: real.url,
        authentication: { type: 'none' },
        headers: {},
      },
      timeoutMs: 10_000,
      concurrency: 4,
    });
  });
  afterAll(async () => {
    client?.close();
    await real?.stop();
  });

  it('evaluates now and at a moment', async () => {
    await expect(
      client.query('requests_total', { time: now }),
    ).resolves.toMatchObject({
      result: [
        { labels: { __name__: 'requests_total', code: '200' }, value: 1000 },
      ],
    });
  });

  it('evaluates over a range', async () => {
    const { result } = await client.queryRange('requests_total', {
      start: now - 180,
      end: now,
      step: 60,
    });
    expect(result.map(({ points }) => points)).toEqual([
      [180, 120, 60, 0].map(ago => [now - ago, 1000 - ago]),
    ]);
  });

  it('lists rules', async () => {
    await expect(client.rules()).resolves.toEqual([
      expect.objectContaining({
        kind: 'recording',
        group: 'a',
        name: 'x:y',
        query: 'vector(1)',
        labels: { l: 'v' },
        intervalSeconds: 30,
      }),
      expect.objectContaining({
        kind: 'alerting',
        name: 'A',
        annotations: { summary: 's' },
        holdSeconds: 120,
      }),
    ]);
  });
});
