import type { StubReply } from '@shopstack/plugin-kit-node/testUtils';
import {
  answer,
  failureOf,
  refusal,
  stubClients,
} from '../../__testUtils__/stubClients';
import type { PrometheusClient } from '../PrometheusClient';

describe('when Prometheus does not answer what was asked', () => {
  const clients = stubClients();

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
      clients.stub.reply = () => reply;
      const made = clients.client();
      for (let round = 0; round < 8; round += 1) {
        const failure = await failureOf(made.query('x'));
        expect(failure).toMatchObject({ fault: 'rejected', message });
      }
      expect(clients.stub.requests).toHaveLength(8);
    });

    it('shows words without secrets, addresses without credentials, in one short line', async () => {
      clients.stub.reply = () =>
        refusal(
          422,
          'execution',
          `a\u0000\n\u202eb the-token the-tenant Authorization: Basic YTpi http://user:word@host/ ${'long '.repeat(200)}`,
        );
      const { message } = await failureOf(clients.client().query('x'));
      expect(message).toContain(
        'a b *** *** Authorization: Basic *** http://***@host/ long long',
      );
      expect(message.length).toBeLessThan(350);
      expect(message).toMatch(/…$/);
    });

    it('calls what ran out of time a timeout, and does not ask again', async () => {
      clients.stub.reply = () =>
        refusal(503, 'timeout', 'query timed out in expression evaluation');
      await expect(clients.client().query('x')).rejects.toMatchObject({
        fault: 'timed-out',
        message:
          'Prometheus does not answer in time: query timed out in expression evaluation',
      });
      expect(clients.stub.requests).toHaveLength(1);
    });

    it.each(['canceled', 'unavailable', 'internal'])(
      'asks again after %s',
      async errorType => {
        clients.stub.reply = () =>
          clients.stub.requests.length < 2
            ? refusal(503, errorType, 'the-token')
            : answer('vector', []);
        await clients.client().query('x');
        expect(clients.stub.requests).toHaveLength(2);
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
      clients.stub.reply = () => reply;
      for (const ask of [
        (made: PrometheusClient) => made.query('x'),
        (made: PrometheusClient) =>
          made.queryRange('x', { start: 0, end: 1, step: 1 }),
        (made: PrometheusClient) => made.rules(),
      ]) {
        const made = clients.client({}, reply === 'hang' ? 200 : undefined);
        const failure = await failureOf(ask(made));
        expect(failure).toMatchObject({ fault });
        expect(failure.message).not.toMatch(/the-token|the-tenant|<html>/);
        expect(failure).not.toHaveProperty('status');
      }
    });

    it('says when nobody is there', async () => {
      await expect(
        clients.client({ url: 'http://127.0.0.1:1' }).query('x'),
      ).rejects.toMatchObject({ fault: 'unreachable' });
    });

    it('asks again after an outage, and waits as long as it is asked to', async () => {
      clients.stub.reply = () =>
        clients.stub.requests.length < 2
          ? { status: 500 }
          : answer('vector', []);
      await clients.client().query('x');
      expect(clients.stub.requests).toHaveLength(2);

      clients.stub.reset();
      clients.stub.reply = () => ({
        status: 429,
        headers: { 'retry-after': '60' },
      });
      const made = clients.client();
      const first = await failureOf(made.query('x'));
      expect(first.retryAfterMs).toBe(60_000);
      await failureOf(made.query('x'));
      expect(clients.stub.requests).toHaveLength(1);
    });
  });
});
