import { mockServices } from '@backstage/backend-test-utils';
import { HttpStub } from '@shopstack/plugin-kit-node/testUtils';
import { ClusterCredentials } from './ClusterCredentials';
import {
  type Change,
  ExpiredError,
  KubernetesClient,
} from './KubernetesClient';
import { CONTROLLERS, PODS } from './resources';

const [DEPLOYMENTS, , , ROLLOUTS] = CONTROLLERS;

describe('KubernetesClient', () => {
  let stub: HttpStub;
  let client: KubernetesClient;

  beforeAll(async () => {
    stub = await HttpStub.start();
  });
  afterAll(() => stub.close());
  beforeEach(() => {
    stub.reset();
    client = new KubernetesClient({
      credentials: new ClusterCredentials(
        {
          name: 'shop',
          url: stub.url,
          authProvider: 'serviceAccount',
          authMetadata: { serviceAccountToken: 'token-1' },
          skipTLSVerify: false,
        },
        {
          config: mockServices.rootConfig(),
          logger: mockServices.logger.mock(),
        },
      ),
      timeoutMs: 400,
      pageSize: 2,
      maxObjects: 5,
      guard: { backoffMs: 1 },
    });
  });

  const page = (names: string[], next?: string) => ({
    body: {
      metadata: { resourceVersion: '42', ...(next && { continue: next }) },
      items: names.map(name => ({ metadata: { name } })),
    },
  });
  const queries = () =>
    stub.requests.map(({ path }) =>
      Object.fromEntries(new URL(path, stub.url).searchParams),
    );

  describe('list', () => {
    it('reads all pages with the token and the selector', async () => {
      stub.reply = ({ path }) =>
        path.includes('continue=') ? page(['c']) : page(['a', 'b'], 'n/&=x');
      const { items, ...rest } = await client.list(PODS, PODS.selector);
      expect(items).toHaveLength(3);
      expect(rest).toEqual({ resourceVersion: '42', truncated: false });
      expect(stub.requests.map(({ path }) => path.split('?')[0])).toEqual([
        '/api/v1/pods',
        '/api/v1/pods',
      ]);
      expect(stub.requests[0].headers.authorization).toBe('Bearer token-1');
      expect(queries()).toEqual([
        { labelSelector: 'shopstack.dev/service', limit: '2' },
        {
          labelSelector: 'shopstack.dev/service',
          limit: '2',
          continue: 'n/&=x',
        },
      ]);
      expect(client.calls).toBe(2);
    });

    it('encodes a namespace, whatever it is', async () => {
      stub.reply = () => page([]);
      await client.list(DEPLOYMENTS, { namespace: '../a?b#c' });
      expect(stub.requests[0].path).toBe(
        '/apis/apps/v1/namespaces/..%2Fa%3Fb%23c/deployments?limit=2',
      );
    });

    it('stops at the most objects and says so', async () => {
      stub.reply = () => page(['a', 'b'], 'more');
      const { items, truncated } = await client.list(PODS, {});
      expect(items).toHaveLength(6);
      expect(truncated).toBe(true);
    });

    it.each([
      [401, 'credentials-refused'],
      [403, 'forbidden'],
      [404, 'not-found'],
      [429, 'throttled'],
      [500, 'failed'],
    ])('tells what %i means', async (status, fault) => {
      stub.reply = () => ({ status, body: { message: 'secret detail' } });
      await expect(client.list(ROLLOUTS, {})).rejects.toMatchObject({
        fault,
        message: expect.not.stringContaining('secret detail'),
      });
    });

    it('asks for the token again after it was refused', async () => {
      stub.reply = () => ({ status: 401 });
      await expect(client.list(PODS, {})).rejects.toThrow('401');
      stub.reply = () => page([]);
      await client.list(PODS, {});
      expect(stub.requests).toHaveLength(2);
    });

    it('repeats after a 429 and a 500', async () => {
      const replies = [
        { status: 429, headers: { 'retry-after': '0' } },
        { status: 500 },
        page(['a']),
      ];
      stub.reply = () => replies.shift()!;
      expect((await client.list(PODS, {})).items).toHaveLength(1);
    });

    it('says that the list is too old to go on', async () => {
      stub.reply = ({ path }) =>
        path.includes('continue=')
          ? { status: 410, body: { code: 410, reason: 'Expired' } }
          : page(['a', 'b'], 'old');
      await expect(client.list(PODS, {})).rejects.toThrow(ExpiredError);
      expect(stub.requests).toHaveLength(2);
    });

    it('ends what hangs', async () => {
      stub.reply = () => 'hang';
      await expect(client.list(PODS, {})).rejects.toMatchObject({
        fault: 'timed-out',
      });
    });

    it.each([
      ['a cut answer', 'cut' as const, 'unreachable'],
      ['no JSON', { body: '<html>' }, 'malformed'],
      ['another shape', { body: { items: 'none' } }, 'malformed'],
    ])('names %s', async (_, reply, fault) => {
      stub.reply = () => reply;
      await expect(client.list(PODS, {})).rejects.toMatchObject({ fault });
    });
  });

  describe('watch', () => {
    const open = (signal = new AbortController().signal) =>
      client.watch(PODS, PODS.selector, {
        resourceVersion: '42',
        seconds: 1,
        signal,
      });
    const collect = async () => {
      const changes: Change[] = [];
      for await (const change of open()) {
        changes.push(change);
      }
      return changes;
    };
    const lines = (...objects: object[]) => ({
      body: objects.map(each => `${JSON.stringify(each)}\n`).join(''),
    });

    it('follows from a version on until the server ends it', async () => {
      stub.reply = () =>
        lines(
          {
            type: 'ADDED',
            object: { metadata: { name: 'a', resourceVersion: '43' } },
          },
          { type: 'BOOKMARK', object: { metadata: { resourceVersion: '50' } } },
        );
      expect(
        (await collect()).map(({ type, resourceVersion }) => [
          type,
          resourceVersion,
        ]),
      ).toEqual([
        ['ADDED', '43'],
        ['BOOKMARK', '50'],
      ]);
      expect(queries()).toEqual([
        {
          labelSelector: 'shopstack.dev/service',
          watch: 'true',
          allowWatchBookmarks: 'true',
          resourceVersion: '42',
          timeoutSeconds: '1',
        },
      ]);
    });

    it.each([
      ['as a status', { status: 410, body: {} }],
      [
        'as an event',
        lines({ type: 'ERROR', object: { kind: 'Status', code: 410 } }),
      ],
    ])('says that the version is too old: %s', async (_, reply) => {
      stub.reply = () => reply;
      await expect(collect()).rejects.toThrow(ExpiredError);
    });

    it.each([
      ['a refusal', { status: 403 }, 'forbidden'],
      ['a hang', 'hang' as const, 'timed-out'],
      ['a broken connection', 'cut' as const, 'unreachable'],
      ['something else', { body: 'nonsense\n' }, 'malformed'],
      [
        'an error of the server',
        lines({ type: 'ERROR', object: { code: 500 } }),
        'failed',
      ],
    ])('names %s', async (_, reply, fault) => {
      stub.reply = () => reply;
      await expect(collect()).rejects.toMatchObject({ fault });
    });

    it('ends with its signal', async () => {
      stub.reply = () => 'hang';
      const controller = new AbortController();
      const next = open(controller.signal).next();
      controller.abort();
      await expect(next).rejects.toThrow();
    });
  });
});
