import { UpstreamError } from '@shopstack/plugin-kit-node';
import { HttpStub, type StubReply } from '@shopstack/plugin-kit-node/testUtils';
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
  const answer = (resultType: string, result: unknown, more: object = {}) => ({
    body: { status: 'success', data: { resultType, result }, ...more },
  });
  const refusal = (status: number, errorType: string, error: string) => ({
    status,
    body: { status: 'error', errorType, error },
  });
  const failureOf = (promise: Promise<unknown>): Promise<UpstreamError> =>
    promise.then(
      () => Promise.reject(new Error('It did not fail')),
      error => error,
    );

  beforeAll(async () => {
    stub = await HttpStub.start();
  });
  beforeEach(() => stub.reset());
  afterEach(() => clients.splice(0).forEach(made => made.close()));
  afterAll(() => stub.close());

  describe('query', () => {
    it('asks an expression as a form, below the path of the address', async () => {
      stub.reply = () =>
        answer('vector', [{ metric: { a: 'b' }, value: [1.5, '0.25'] }]);

      const found = await client().query('sum(rate(x{a="b&c=d+e% ü"}[5m]))', {
        time: 1700000000.1234,
      });

      expect(found).toEqual({
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
        query: 'sum(rate(x{a="b&c=d+e% ü"}[5m]))',
        time: '1700000000.123',
      });
    });

    it('asks for now by the clock of Prometheus', async () => {
      stub.reply = () => answer('vector', []);
      await client().query('up');
      expect(stub.requests[0].body).toBe('query=up');
    });

    it('keeps what is not a number, and what is not finite', async () => {
      const values = ['NaN', '+Inf', '-Inf', '1e-05', '-0', '9.81e+20'];
      stub.reply = () =>
        answer(
          'vector',
          values.map((text, index) => ({
            metric: { index: String(index) },
            value: [1, text],
          })),
        );
      const { result } = await client().query('x');
      expect(result.map(({ value }) => value)).toEqual([
        NaN,
        Infinity,
        -Infinity,
        0.00001,
        -0,
        9.81e20,
      ]);
    });

    it('reads a scalar as one sample without labels', async () => {
      stub.reply = () => answer('scalar', [12, '3']);
      await expect(client().query('scalar(x)')).resolves.toMatchObject({
        result: [{ labels: {}, at: 12, value: 3 }],
      });
    });

    it.each(['string', 'matrix'])('says when it gives a %s', async type => {
      stub.reply = () => answer(type, []);
      await expect(client().query('x[5m]')).rejects.toMatchObject({
        fault: 'rejected',
        message: expect.stringContaining(type),
      });
    });

    it('keeps warnings and infos, cleaned', async () => {
      stub.reply = () =>
        answer('vector', [], {
          warnings: ['store\n"a"  is away; Bearer abc.def'],
          infos: ['PromQL info: not a counter'],
        });
      await expect(client().query('x')).resolves.toEqual({
        result: [],
        warnings: ['store "a" is away; Bearer ***'],
        infos: ['PromQL info: not a counter'],
      });
    });

    it('leaves out what it cannot read and says so', async () => {
      const good = { metric: {}, value: [1, '2'] };
      stub.reply = () =>
        answer('vector', [
          good,
          7,
          null,
          { metric: { a: 1 }, value: [1, '2'] },
          { metric: {}, value: [1, 2] },
          { metric: {}, value: [1, ''] },
          { metric: {}, value: ['1', '2'] },
          { metric: {}, value: [1] },
          { metric: [], value: [1, '2'] },
          { metric: {}, histogram: [1, { count: '2' }] },
        ]);
      await expect(client().query('x')).resolves.toMatchObject({
        result: [{ value: 2 }],
        warnings: ['9 series could not be read'],
      });
    });

    it('does not take rows that it cannot read for nothing', async () => {
      stub.reply = () => answer('vector', [{ metric: {}, value: 3 }]);
      await expect(client().query('x')).rejects.toMatchObject({
        fault: 'malformed',
      });
    });
  });

  describe('queryRange', () => {
    it('asks with start, end and step', async () => {
      stub.reply = () =>
        answer('matrix', [
          {
            metric: { a: 'b' },
            values: [
              [0, '1'],
              [60, 'NaN'],
              [180.5, '+Inf'],
            ],
          },
        ]);

      const { result } = await client().queryRange('x', {
        start: 0.5,
        end: 180.5,
        step: 60,
      });

      expect(result).toEqual([
        {
          labels: { a: 'b' },
          points: [
            [0, 1],
            [60, NaN],
            [180.5, Infinity],
          ],
        },
      ]);
      expect(stub.requests[0].path).toBe('/prometheus/api/v1/query_range');
      expect(stub.requests[0].body).toBe('query=x&start=0.5&end=180.5&step=60');
    });

    it.each<[string, unknown]>([
      ['a vector', { resultType: 'vector', result: [] }],
      ['no list', { resultType: 'matrix', result: {} }],
      ['nothing', null],
      [
        'values that go back in time',
        {
          resultType: 'matrix',
          result: [
            {
              metric: {},
              values: [
                [2, '1'],
                [1, '1'],
              ],
            },
          ],
        },
      ],
    ])('does not understand %s', async (_, data) => {
      stub.reply = () => ({ body: { status: 'success', data } });
      await expect(
        client().queryRange('x', { start: 0, end: 1, step: 1 }),
      ).rejects.toMatchObject({ fault: 'malformed' });
    });
  });

  describe('where queries may only be in the address', () => {
    it.each([405, 501])(
      'asks by GET after a %i, and stays with it',
      async status => {
        stub.reply = ({ method }) =>
          method === 'POST' ? { status } : answer('vector', []);
        const made = client();
        await made.query('a{b="c&d +"}', { time: 3 });
        await made.query('up');
        expect(stub.requests.map(({ method, path }) => [method, path])).toEqual(
          [
            ['POST', '/prometheus/api/v1/query'],
            [
              'GET',
              '/prometheus/api/v1/query?query=a%7Bb%3D%22c%26d%20%2B%22%7D&time=3',
            ],
            ['GET', '/prometheus/api/v1/query?query=up'],
          ],
        );
      },
    );
  });

  describe('refusals', () => {
    it.each<[string, StubReply, string]>([
      [
        'a syntax error',
        refusal(400, 'bad_data', 'invalid parameter "query": 1:4: parse error'),
        'Prometheus refuses the query: invalid parameter "query": 1:4: parse error',
      ],
      [
        'a query that costs too much',
        refusal(
          422,
          'execution',
          'query processing would load too many samples into memory in query execution',
        ),
        'Prometheus refuses the query: query processing would load too many samples into memory in query execution',
      ],
      [
        'the same with a good status',
        refusal(200, 'execution', 'too much'),
        'Prometheus refuses the query: too much',
      ],
      [
        'a page',
        { status: 400, body: '<html>token the-token</html>' },
        'Prometheus rejects the question (400)',
      ],
    ])('tells of %s, once, and goes on', async (_, reply, message) => {
      stub.reply = () => reply;
      const made = client();
      for (let round = 0; round < 8; round += 1) {
        const failure = await failureOf(made.query('x'));
        expect(failure).toMatchObject({ fault: 'rejected', message });
      }
      expect(stub.requests).toHaveLength(8);
    });

    it('shows words without secrets, addresses without credentials, in one short line', async () => {
      stub.reply = () =>
        refusal(
          422,
          'execution',
          `a\u0000\n\u202eb the-token the-tenant Authorization: Basic YTpi http://user:word@host/ ${'long '.repeat(200)}`,
        );
      const { message } = await failureOf(client().query('x'));
      expect(message).toContain(
        'a b *** *** Authorization: Basic *** http://***@host/ long long',
      );
      expect(message.length).toBeLessThan(350);
      expect(message).toMatch(/…$/);
    });

    it('calls what ran out of time a timeout, and does not ask again', async () => {
      stub.reply = () =>
        refusal(503, 'timeout', 'query timed out in expression evaluation');
      await expect(client().query('x')).rejects.toMatchObject({
        fault: 'timed-out',
        message:
          'Prometheus does not answer in time: query timed out in expression evaluation',
      });
      expect(stub.requests).toHaveLength(1);
    });

    it.each(['canceled', 'unavailable', 'internal'])(
      'asks again after %s',
      async errorType => {
        stub.reply = () =>
          stub.requests.length < 2
            ? refusal(503, errorType, 'the-token')
            : answer('vector', []);
        await client().query('x');
        expect(stub.requests).toHaveLength(2);
      },
    );
  });

  describe('faults', () => {
    it.each<[string, StubReply, string]>([
      [
        'refused credentials',
        { status: 401, body: 'the-token' },
        'credentials-refused',
      ],
      [
        'refused credentials in its own words',
        refusal(401, 'unauthorized', 'the-token'),
        'credentials-refused',
      ],
      ['a refusal', { status: 403 }, 'forbidden'],
      ['what is not there', { status: 404, body: '404 page' }, 'not-found'],
      [
        'a throttle',
        { status: 429, headers: { 'retry-after': '0' } },
        'throttled',
      ],
      ['an outage', { status: 500, body: 'the-token' }, 'failed'],
      ['a gateway', { status: 502, body: '<html>' }, 'failed'],
      [
        'a login page',
        { status: 302, headers: { location: '/login' } },
        'malformed',
      ],
      [
        'a page',
        { body: '<html>', headers: { 'content-type': 'text/html' } },
        'malformed',
      ],
      ['half an answer', { body: '{"status":"success","da' }, 'malformed'],
      ['another answer', { body: { status: 'fine', data: {} } }, 'malformed'],
      ['a list', { body: [] }, 'malformed'],
      ['null', { body: 'null' }, 'malformed'],
      ['an empty answer', { body: '' }, 'malformed'],
      ['an unknown type', answer('cube', []), 'malformed'],
      ['50 MB', { body: 'x'.repeat(50 * 1024 * 1024) }, 'malformed'],
      ['a hang', 'hang', 'timed-out'],
      ['a cut connection', 'cut', 'unreachable'],
    ])('translates %s', async (_, reply, fault) => {
      stub.reply = () => reply;
      for (const ask of [
        (made: PrometheusClient) => made.query('x'),
        (made: PrometheusClient) =>
          made.queryRange('x', { start: 0, end: 1, step: 1 }),
        (made: PrometheusClient) => made.rules(),
      ]) {
        const made = client({}, reply === 'hang' ? 200 : undefined);
        const failure = await failureOf(ask(made));
        expect(failure).toMatchObject({ fault });
        expect(failure.message).not.toMatch(/the-token|the-tenant|<html>/);
        expect(failure).not.toHaveProperty('status');
      }
    });

    it('says when nobody is there', async () => {
      await expect(
        client({ url: 'http://127.0.0.1:1' }).query('x'),
      ).rejects.toMatchObject({ fault: 'unreachable' });
    });

    it('asks again after an outage, and waits as long as it is asked to', async () => {
      stub.reply = () =>
        stub.requests.length < 2 ? { status: 500 } : answer('vector', []);
      await client().query('x');
      expect(stub.requests).toHaveLength(2);

      stub.reset();
      stub.reply = () => ({ status: 429, headers: { 'retry-after': '60' } });
      const made = client();
      const first = await failureOf(made.query('x'));
      expect(first.retryAfterMs).toBe(60_000);
      await failureOf(made.query('x'));
      expect(stub.requests).toHaveLength(1);
    });
  });

  describe('rules', () => {
    const group = (name: string, ...rules: unknown[]) => ({
      name,
      file: `/etc/${name}.yml`,
      interval: 30,
      rules,
    });
    const recording = {
      type: 'recording',
      name: 'slo:sli_error:ratio_rate5m',
      query: 'a / b',
      labels: { sloth_id: 'cart-x' },
      health: 'ok',
    };
    const alerting = {
      type: 'alerting',
      name: 'Burn',
      query: 'x > 1',
      duration: 120,
      labels: { sloth_severity: 'page' },
      annotations: { summary: 's' },
      alerts: [{}],
      state: 'firing',
      health: 'err',
      lastError: 'many-to-many',
    };
    const listed = (groups: unknown, groupNextToken?: string) => ({
      body: { status: 'success', data: { groups, groupNextToken } },
    });

    it('lists the rules of all groups', async () => {
      stub.reply = () =>
        listed([
          group('a', recording, alerting),
          group('b', {
            type: 'recording',
            name: 'x',
            query: '1',
            health: 'odd',
          }),
        ]);
      await expect(client().rules()).resolves.toEqual([
        {
          kind: 'recording',
          group: 'a',
          file: '/etc/a.yml',
          name: 'slo:sli_error:ratio_rate5m',
          query: 'a / b',
          labels: { sloth_id: 'cart-x' },
          annotations: {},
          holdSeconds: 0,
          intervalSeconds: 30,
          health: 'ok',
          lastError: undefined,
        },
        expect.objectContaining({
          kind: 'alerting',
          annotations: { summary: 's' },
          holdSeconds: 120,
          health: 'err',
          lastError: 'many-to-many',
        }),
        expect.objectContaining({ group: 'b', labels: {}, health: 'unknown' }),
      ]);
    });

    it('reads all pages', async () => {
      stub.reply = ({ path }) =>
        path.includes('group_next_token=n%2F%26')
          ? listed([group('b', recording)])
          : listed([group('a', recording)], 'n/&');
      const rules = await client().rules();
      expect(rules.map(rule => rule.group)).toEqual(['a', 'b']);
      expect(stub.requests.map(({ method, path }) => [method, path])).toEqual([
        ['GET', '/prometheus/api/v1/rules?exclude_alerts=true&group_limit=500'],
        [
          'GET',
          '/prometheus/api/v1/rules?exclude_alerts=true&group_limit=500&group_next_token=n%2F%26',
        ],
      ]);
    });

    it('begins again when the rules changed between two pages', async () => {
      let changes = 1;
      stub.reply = ({ path }) => {
        if (!path.includes('group_next_token')) {
          return listed([group('a', recording)], 'next');
        }
        changes -= 1;
        return changes >= 0
          ? refusal(400, 'bad_data', 'invalid group_next_token')
          : listed([group('b', recording)]);
      };
      await expect(client().rules()).resolves.toHaveLength(2);
      expect(stub.requests).toHaveLength(4);
    });

    it('gives up on rules that change all the time, and on pages without end', async () => {
      stub.reply = ({ path }) =>
        path.includes('group_next_token')
          ? refusal(400, 'bad_data', 'invalid group_next_token')
          : listed([group('a')], 'next');
      await expect(client().rules()).rejects.toMatchObject({
        fault: 'rejected',
      });

      stub.reset();
      stub.reply = () => listed([group('a')], 'same');
      await expect(client().rules()).rejects.toMatchObject({
        fault: 'malformed',
      });
      expect(stub.requests).toHaveLength(2);
    });

    it('takes what it understands, and no list for no rules', async () => {
      stub.reply = () =>
        listed([7, group('a', recording, { type: 'other' }, null), {}]);
      await expect(client().rules()).resolves.toHaveLength(1);
      stub.reply = () => listed(null);
      await expect(client().rules()).resolves.toEqual([]);
      stub.reply = () => listed('none');
      await expect(client().rules()).rejects.toMatchObject({
        fault: 'malformed',
      });
    });
  });
});
