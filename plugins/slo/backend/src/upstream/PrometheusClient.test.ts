import { HttpStub } from '@shopstack/plugin-kit-node/testUtils';
import type { InstanceConfig } from '../config';
import { PrometheusClient } from './PrometheusClient';

describe('PrometheusClient', () => {
  let stub: HttpStub;
  const clients: PrometheusClient[] = [];

  const client = (
    config: Partial<InstanceConfig> = {},
    timeoutMs = 20_000,
  ): PrometheusClient => {
    const url = config.url ?? `${stub.url}/prometheus`;
    const made = new PrometheusClient({
      instance: {
        name: 'main',
        url,
        externalUrl: url,
        authentication: { type: 'bearer', token: 'the-token' },
        headers: { 'X-Scope-OrgID': 'the-tenant' },
        ...config,
      },
      timeoutMs,
      concurrency: 4,
      guard: { backoffMs: 1 },
    });
    clients.push(made);
    return made;
  };
  const vector = (...result: unknown[]) => ({
    body: { status: 'success', data: { resultType: 'vector', result } },
  });

  beforeAll(async () => {
    stub = await HttpStub.start();
  });
  beforeEach(() => stub.reset());
  afterEach(() => clients.splice(0).forEach(made => made.close()));
  afterAll(() => stub.close());

  it('asks an expression as a form, below the path of the address', async () => {
    stub.reply = () => vector({ metric: { a: 'b' }, value: [1.5, '0.25'] });

    const answer = await client().query('sum(rate(x{a="b&c=d+e%"}[5m]))', {
      time: 1700000000.1234,
    });

    expect(answer).toEqual({
      result: [{ labels: { a: 'b' }, at: 1.5, value: 0.25 }],
      warnings: [],
      infos: [],
    });
    const { method, path, headers, body } = stub.requests[0];
    expect([method, path]).toEqual(['POST', '/prometheus/api/v1/query']);
    expect(headers).toMatchObject({
      authorization: 'Bearer the-token',
      'x-scope-orgid': 'the-tenant',
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
      query: 'sum(rate(x{a="b&c=d+e%"}[5m]))',
      time: '1700000000.123',
    });
  });
});
