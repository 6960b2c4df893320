import { answer, stubClients } from '../__testUtils__/stubClients';

describe('PrometheusClient', () => {
  const clients = stubClients();

  describe('query', () => {
    it('asks an expression as a form, below the path of the address', async () => {
      clients.stub.reply = () =>
        answer('vector', [{ metric: { a: 'b' }, value: [1.5, '0.25'] }]);

      const found = await clients
        .client()
        .query('sum(rate(x{a="b&c=d+e% ü"}[5m]))', {
          time: 1700000000.1234,
        });

      expect(found).toEqual({
        result: [{ labels: { a: 'b' }, at: 1.5, value: 0.25 }],
        warnings: [],
        infos: [],
      });
      const { method, path, headers, body } = clients.stub.requests[0];
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
      clients.stub.reply = () => answer('vector', []);
      await clients.client().query('up');
      expect(clients.stub.requests[0].body).toBe('query=up');
    });

    it('keeps what is not a number, and what is not finite', async () => {
      const values = ['NaN', '+Inf', '-Inf', '1e-05', '-0', '9.81e+20'];
      clients.stub.reply = () =>
        answer(
          'vector',
          values.map((text, index) => ({
            metric: { index: String(index) },
            value: [1, text],
          })),
        );
      const { result } = await clients.client().query('x');
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
      clients.stub.reply = () => answer('scalar', [12, '3']);
      await expect(clients.client().query('scalar(x)')).resolves.toMatchObject({
        result: [{ labels: {}, at: 12, value: 3 }],
      });
    });

    it.each(['string', 'matrix'])('says when it gives a %s', async type => {
      clients.stub.reply = () => answer(type, []);
      await expect(clients.client().query('x[5m]')).rejects.toMatchObject({
        fault: 'rejected',
        message: expect.stringContaining(type),
      });
    });

    it('keeps warnings and infos, cleaned', async () => {
      clients.stub.reply = () =>
        answer('vector', [], {
          warnings: ['store\n"a"  is away; Bearer abc.def'],
          infos: ['PromQL info: not a counter'],
        });
      await expect(clients.client().query('x')).resolves.toEqual({
        result: [],
        warnings: ['store "a" is away; Bearer ***'],
        infos: ['PromQL info: not a counter'],
      });
    });

    it('leaves out what it cannot read and says so', async () => {
      const good = { metric: {}, value: [1, '2'] };
      clients.stub.reply = () =>
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
      await expect(clients.client().query('x')).resolves.toMatchObject({
        result: [{ value: 2 }],
        warnings: ['9 series could not be read'],
      });
    });

    it('does not take rows that it cannot read for nothing', async () => {
      clients.stub.reply = () => answer('vector', [{ metric: {}, value: 3 }]);
      await expect(clients.client().query('x')).rejects.toMatchObject({
        fault: 'malformed',
      });
    });
  });

  describe('queryRange', () => {
    it('asks with start, end and step', async () => {
      clients.stub.reply = () =>
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

      const { result } = await clients.client().queryRange('x', {
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
      expect(clients.stub.requests[0].path).toBe(
        '/prometheus/api/v1/query_range',
      );
      expect(clients.stub.requests[0].body).toBe(
        'query=x&start=0.5&end=180.5&step=60',
      );
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
      clients.stub.reply = () => ({ body: { status: 'success', data } });
      await expect(
        clients.client().queryRange('x', { start: 0, end: 1, step: 1 }),
      ).rejects.toMatchObject({ fault: 'malformed' });
    });
  });

  describe('where queries may only be in the address', () => {
    it.each([405, 501])(
      'asks by GET after a %i, and stays with it',
      async status => {
        clients.stub.reply = ({ method }) =>
          method === 'POST' ? { status } : answer('vector', []);
        const made = clients.client();
        await made.query('a{b="c&d +"}', { time: 3 });
        await made.query('up');
        expect(
          clients.stub.requests.map(({ method, path }) => [method, path]),
        ).toEqual([
          ['POST', '/prometheus/api/v1/query'],
          [
            'GET',
            '/prometheus/api/v1/query?query=a%7Bb%3D%22c%26d%20%2B%22%7D&time=3',
          ],
          ['GET', '/prometheus/api/v1/query?query=up'],
        ]);
      },
    );
  });
});
