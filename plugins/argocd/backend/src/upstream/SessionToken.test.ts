import { HttpStub, type StubReply } from '@shopstack/plugin-kit-node/testUtils';
import { ArgocdClient } from './ArgocdClient';
import { SessionToken } from './SessionToken';

const START = Date.UTC(2026, 10, 20, 10);

/** A token that nobody signed; only its end is read. */
function tokenUntil(time: number): string {
  const part = (content: object) =>
    Buffer.from(JSON.stringify(content)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ exp: time / 1000 })}.x`;
}

describe('a session of Argo CD', () => {
  let stub: HttpStub;
  let now: number;
  const create = (timeoutMs = 10_000) =>
    new SessionToken({
      url: stub.url,
      username: 'portal',
      password: 's3cret',
      timeoutMs,
      now: () => now,
    });

  beforeAll(async () => {
    stub = await HttpStub.start();
  });
  beforeEach(() => {
    stub.reset();
    now = START;
  });
  afterAll(() => stub.close());

  it('is one for all who ask, for the life of its token', async () => {
    let count = 0;
    stub.reply = () => {
      count += 1;
      return {
        body: { token: tokenUntil(now + 3_600_000 + count) },
        afterMs: 20,
      };
    };
    const session = create();
    const tokens = await Promise.all(
      Array.from({ length: 20 }, () => session.get()),
    );
    expect(new Set(tokens).size).toBe(1);
    expect(JSON.parse(stub.requests[0].body)).toEqual({
      username: 'portal',
      password: 's3cret',
    });
    now += 50 * 60_000;
    expect(await session.get()).toBe(tokens[0]);
    expect(stub.requests).toHaveLength(1);

    now += 9.5 * 60_000;
    expect(await session.get()).not.toBe(tokens[0]);
    expect(stub.requests).toHaveLength(2);
  });

  it.each<[string, StubReply, string, number]>([
    ['a wrong password', { status: 401 }, 'credentials-refused', 75_000],
    ['a disabled account', { status: 403 }, 'forbidden', 75_000],
    [
      'a throttle',
      { status: 429, headers: { 'retry-after': '30' } },
      'throttled',
      30_000,
    ],
    ['an outage', { status: 500 }, 'failed', 5_000],
    [
      'a login page',
      { status: 302, headers: { location: '/' } },
      'malformed',
      5_000,
    ],
    ['no token', { body: {} }, 'malformed', 5_000],
    ['no JSON', { body: '<html>' }, 'malformed', 5_000],
    ['a hang', 'hang', 'timed-out', 5_000],
    ['a cut', 'cut', 'unreachable', 5_000],
  ])('rests after %s', async (_, reply, fault, restMs) => {
    stub.reply = () => reply;
    const session = create(300);
    await expect(session.get()).rejects.toMatchObject({ fault });
    now += restMs - 1;
    const failure = session.get();
    await expect(failure).rejects.toMatchObject({ fault });
    await expect(failure).rejects.not.toThrow('s3cret');
    expect(stub.requests).toHaveLength(1);
    now += 1;
    stub.reply = () => ({ body: { token: 't' } });
    await expect(session.get()).resolves.toBe('t');
  });

  describe('of a client', () => {
    const client = () =>
      new ArgocdClient({
        instance: {
          name: 'main',
          url: stub.url,
          frontendUrl: stub.url,
          credentials: { username: 'portal', password: 's3cret' },
        },
        timeoutMs: 10_000,
        actionTimeoutMs: 10_000,
        concurrency: 4,
      });
    const logins = () =>
      stub.requests.filter(({ path }) => path === '/api/v1/session').length;

    it('is renewed once when Argo CD no longer takes it', async () => {
      let valid = 'first';
      stub.reply = ({ path, headers }) => {
        if (path === '/api/v1/session') {
          return { body: { token: valid } };
        }
        return headers.authorization === `Bearer ${valid}`
          ? { body: { metadata: {}, items: null } }
          : { status: 401 };
      };
      const argocd = client();
      await argocd.listApplications('a=b', {});
      await argocd.listApplications('a=b', {});
      expect(logins()).toBe(1);

      valid = 'second';
      await Promise.all(
        [1, 2, 3].map(() => argocd.listApplications('a=b', {})),
      );
      expect(logins()).toBe(2);
    });

    it('is not asked for again and again when a fresh one is not taken', async () => {
      stub.reply = ({ path }) =>
        path === '/api/v1/session'
          ? { body: { token: 'useless' } }
          : { status: 401 };
      await expect(client().listApplications('a=b', {})).rejects.toMatchObject({
        fault: 'credentials-refused',
      });
      expect(logins()).toBe(2);
    });
  });
});
