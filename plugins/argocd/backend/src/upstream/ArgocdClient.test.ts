import { HttpStub, type StubReply } from '@shopstack/plugin-kit-node/testUtils';
import { ArgocdClient } from './ArgocdClient';

describe('ArgocdClient', () => {
  let stub: HttpStub;
  const client = (url = `${stub.url}/argocd`, timeoutMs = 20_000) =>
    new ArgocdClient({
      instance: {
        name: 'main',
        url,
        frontendUrl: url,
        credentials: { token: 'the-token' },
      },
      timeoutMs,
      actionTimeoutMs: timeoutMs,
      concurrency: 4,
    });
  const list = (timeoutMs?: number) =>
    client(undefined, timeoutMs).listApplications('a=b', {});

  beforeAll(async () => {
    stub = await HttpStub.start();
  });
  beforeEach(() => stub.reset());
  afterAll(() => stub.close());

  it('lists by selector, encoded, with the project where it is known', async () => {
    stub.reply = () => ({
      body: { metadata: {}, items: [{ metadata: { name: 'cart-dev' } }, 7] },
    });

    const found = await client().listApplications(
      'shopstack.dev/service=cart,tier in (a, b)',
      { project: 'shop', appNamespace: 'team' },
    );

    expect(found).toHaveLength(1);
    const { path, headers } = stub.requests[0];
    const url = new URL(path, 'http://x');
    expect(url.pathname).toBe('/argocd/api/v1/applications');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      selector: 'shopstack.dev/service=cart,tier in (a, b)',
      projects: 'shop',
      appNamespace: 'team',
    });
    expect(headers.authorization).toBe('Bearer the-token');
  });

  it('finds none where the list is null', async () => {
    stub.reply = () => ({ body: { metadata: {}, items: null } });
    await expect(list()).resolves.toEqual([]);
  });

  it('keeps every name in its place of the path', async () => {
    stub.reply = () => ({ body: { metadata: { name: 'x' } } });
    await client().getApplication('../session?x#y', { project: 'a&b=c' });
    expect(stub.requests[0].path).toBe(
      '/argocd/api/v1/applications/..%2Fsession%3Fx%23y?project=a%26b%3Dc',
    );
  });

  it('reads the metadata of a revision of one source', async () => {
    stub.reply = () => ({ body: { author: 'dev', message: 'fix' } });
    await client().getRevisionMetadata('cart-dev', 'a'.repeat(40), {
      project: 'shop',
      appNamespace: 'argocd',
      sourceIndex: 1,
    });
    expect(stub.requests[0].path).toBe(
      `/argocd/api/v1/applications/cart-dev/revisions/${'a'.repeat(40)}/metadata?project=shop&appNamespace=argocd&sourceIndex=1`,
    );
  });

  it.each<[string, StubReply, string]>([
    [
      'a refused token',
      { status: 401, body: { message: 'the-token' } },
      'credentials-refused',
    ],
    ['a refusal', { status: 403 }, 'forbidden'],
    ['what is not there', { status: 404 }, 'not-found'],
    [
      'a throttle',
      { status: 429, headers: { 'retry-after': '0' } },
      'throttled',
    ],
    ['an outage', { status: 500 }, 'failed'],
    [
      'a login page',
      { status: 302, headers: { location: '/login' } },
      'malformed',
    ],
    ['no JSON', { body: '<html>' }, 'malformed'],
    ['another answer', { body: { items: 'none', metadata: {} } }, 'malformed'],
    ['an empty object', { body: {} }, 'malformed'],
    ['50 MB', { body: 'x'.repeat(50 * 1024 * 1024) }, 'malformed'],
    ['a hang', 'hang', 'timed-out'],
    ['a cut connection', 'cut', 'unreachable'],
  ])('translates %s', async (_, reply, fault) => {
    stub.reply = () => reply;
    const failure = list(reply === 'hang' ? 300 : undefined);
    await expect(failure).rejects.toMatchObject({ fault });
    await expect(failure).rejects.not.toThrow('the-token');
    await expect(failure).rejects.not.toHaveProperty('status');
  });

  it('says when nobody is there', async () => {
    await expect(
      client('http://127.0.0.1:1').listApplications('a=b', {}),
    ).rejects.toMatchObject({ fault: 'unreachable' });
  });
});
