import type { UpstreamError } from '@shopstack/plugin-kit-node';
import { HttpStub } from '@shopstack/plugin-kit-node/testUtils';
import type { InstanceConfig } from '../config';
import { PrometheusClient } from '../upstream/PrometheusClient';

/** A stub below `/prometheus`, and clients of it with the token `the-token` and the tenant `the-tenant`. */
export interface StubbedClients {
  stub: HttpStub;
  /** It gives up after 20 s unless told otherwise, and repeats at once. */
  client(
    config?: Partial<InstanceConfig>,
    timeoutMs?: number,
  ): PrometheusClient;
}

/** Starts them before the tests of this block, and forgets all between two of them. */
export function stubClients(): StubbedClients {
  const clients: PrometheusClient[] = [];
  const stubbed = {
    client(config: Partial<InstanceConfig> = {}, timeoutMs = 20_000) {
      const url = config.url ?? `${stubbed.stub.url}/prometheus`;
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
    },
  } as StubbedClients;
  beforeAll(async () => {
    stubbed.stub = await HttpStub.start();
  });
  beforeEach(() => stubbed.stub.reset());
  afterEach(() => clients.splice(0).forEach(made => made.close()));
  afterAll(() => stubbed.stub.close());
  return stubbed;
}

/** A good answer to a query. */
export const answer = (
  resultType: string,
  result: unknown,
  more: object = {},
) => ({
  body: { status: 'success', data: { resultType, result }, ...more },
});

/** A refusal in the shape of Prometheus. */
export const refusal = (status: number, errorType: string, error: string) => ({
  status,
  body: { status: 'error', errorType, error },
});

/** What it failed with. */
export const failureOf = (promise: Promise<unknown>): Promise<UpstreamError> =>
  promise.then(
    () => Promise.reject(new Error('It did not fail')),
    error => error,
  );
