import request from 'supertest';
import { resolve } from 'node:path';
import {
  createServiceFactory,
  coreServices,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { openApiDocument } from '@shopstack/plugin-kit-node/testUtils';
import type { SloSummary } from '@shopstack/plugin-slo-common';
import { PrometheusStub } from './__testUtils__/PrometheusStub';
import { record, recordedSeries } from './__testUtils__/recordedSeries';
import {
  ALL_SLOS,
  component,
  naming,
  slosOf,
  startSlo,
} from './__testUtils__/startSlo';

const FILE =
  'https://github.com/shop/apps-sre/blob/main/services/cart/slo.yaml';

const YAML = `version: prometheus/v1
service: cart
labels:
  environment: prod
slos:
  - name: availability
    objective: 99.9
    description: Requests that are answered.
    sli:
      events:
        error_query: sum(rate(http_requests_total{status=~"5.."}[{{.window}}]))
        total_query: sum(rate(http_requests_total[{{.window}}]))
    alerting:
      name: CartErrors
  - name: latency
    objective: 99
    sli:
      events:
        error_query: sum(rate(late_total[{{.window}}]))
        total_query: sum(rate(all_total[{{.window}}]))
    alerting:
      name: CartSlow
  - name: broken
    objective: 100
    sli:
      events:
        error_query: sum(rate(late_total[{{.window}}]))
        total_query: sum(rate(all_total[{{.window}}]))
    alerting:
      name: CartBroken
`;

const reader = createServiceFactory({
  service: coreServices.urlReader,
  deps: {},
  factory: () =>
    mockServices.urlReader.mock({
      readUrl: async () => ({ buffer: async () => Buffer.from(YAML) }) as never,
    }),
});

describe('objectives that files state', () => {
  const document = openApiDocument(resolve(__dirname, '../openapi.yaml'));
  let prometheus: PrometheusStub;

  const start = (options: Partial<Parameters<typeof startSlo>[0]> = {}) =>
    startSlo({
      instances: [{ name: 'main', url: prometheus.url }],
      entities: [
        component('cart', {
          ...naming('cart'),
          'shopstack.dev/slo-files': FILE,
        }),
        component('files', { 'shopstack.dev/slo-files': FILE }),
      ],
      features: [reader],
      config: { integrations: { github: [{ host: 'github.com' }] } },
      ...options,
    });

  beforeAll(async () => {
    prometheus = await PrometheusStub.start();
  });
  beforeEach(() => {
    prometheus.reset();
    record(prometheus, [
      ...recordedSeries({ total: 10_000 }),
      ...recordedSeries({ name: 'extra' }),
    ]);
  });
  afterAll(() => prometheus.close());

  const look = async (name: string, options?: Parameters<typeof start>[0]) => {
    const { status, body } = await request(await start(options)).get(
      slosOf(name),
    );
    expect(status).toBe(200);
    document.assertAnswers(
      'get',
      '/v1/entities/:kind/:namespace/:name/slos',
      status,
      body,
    );
    return body;
  };
  const states = ({ items }: { items: SloSummary[] }) =>
    items.map(({ id, state }) => [id, state]);

  it('stand beside the recorded ones; those that nobody records say so', async () => {
    const body = await look('cart');
    expect(states(body)).toEqual([
      ['cart-latency', 'rules-not-loaded'],
      ['cart-availability', 'healthy'],
      ['cart-extra', 'healthy'],
    ]);
    expect(body.items[0]).toMatchObject({
      instance: 'main',
      stateReason: expect.stringContaining('has not loaded the rules'),
      environment: 'prod',
      objective: 99,
      budget: {},
    });
    expect(body.items[1].description).toBe('Requests that are answered.');
    expect(body.problems).toEqual([
      expect.objectContaining({ line: 24, reason: expect.any(String) }),
    ]);
  });

  it('are enough for an entity without services', async () => {
    expect(states(await look('files'))).toEqual([
      ['cart-latency', 'rules-not-loaded'],
      ['cart-availability', 'healthy'],
    ]);
  });

  it('say when the loaded rules are not those of the file', async () => {
    record(prometheus, recordedSeries({ objective: 99.5 }));
    const { items } = await look('cart');
    expect(
      items.find(({ id }: SloSummary) => id === 'cart-availability')
        .stateReason,
    ).toContain('Its file states 99.9 %, its rules 99.5 %');
  });

  it('are not called unrecorded while Prometheus does not answer', async () => {
    prometheus.fault = { status: 403 };
    const { items, sources } = await look('cart');
    expect(items).toEqual([]);
    expect(sources[0]).toMatchObject({
      source: 'prometheus',
      state: 'unavailable',
    });
  });

  it('of no entity are for who may see them alone', async () => {
    record(prometheus, [
      ...recordedSeries(),
      ...recordedSeries({ service: 'stray' }),
    ]);
    const server = await start({
      permissions: mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(({ permission }) => ({
            result:
              permission.name === 'slo.read'
                ? AuthorizeResult.ALLOW
                : AuthorizeResult.DENY,
          })) as never,
      }).factory,
    });
    const { status, body } = await request(server).get(ALL_SLOS);
    document.assertAnswers('get', '/v1/slos', status, body);
    expect(states(body)).toEqual([['cart-availability', 'healthy']]);
    expect(body.totals).toMatchObject({ healthy: 1, burning: 0 });
  });
});
