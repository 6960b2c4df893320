import { resolve } from 'node:path';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  type AuthorizePermissionRequest,
  AuthorizeResult,
} from '@backstage/plugin-permission-common';
import {
  HttpStub,
  openApiDocument,
  type StubReply,
} from '@shopstack/plugin-kit-node/testUtils';
import request from 'supertest';
import { serving, wireApplication } from './__testUtils__/argocdStub';
import {
  applicationsOf,
  component,
  selecting,
  startArgocd,
} from './__testUtils__/startArgocd';

const CART = applicationsOf('cart');
const ACTIONS = ['refresh', 'sync'] as const;
const routeOf = (action: string) =>
  `/v1/entities/:kind/:namespace/:name/applications/:instance/:appNamespace/:appName/${action}`;
const document = openApiDocument(resolve(__dirname, '../openapi.yaml'));

describe('what an owner may ask of an application', () => {
  let stub: HttpStub;
  let other: HttpStub;
  const asked: AuthorizePermissionRequest[] = [];
  const audit: { eventId: string; outcome: string; meta?: unknown }[] = [];

  /** The policy allows what `allows` says, and writes down what it was asked. */
  const start = (
    options: {
      allows?: (name: string) => boolean;
      argocd?: Parameters<typeof startArgocd>[0]['argocd'];
    } = {},
  ) => {
    const permissions = mockServices.permissions.mock({
      authorize: async requests =>
        requests.map(each => {
          asked.push(each);
          return {
            result:
              (options.allows?.(each.permission.name) ?? true)
                ? AuthorizeResult.ALLOW
                : AuthorizeResult.DENY,
          };
        }),
    });
    const auditor = mockServices.auditor.mock({
      createEvent: async ({ eventId, meta }) => {
        audit.push({ eventId, outcome: 'initiated', meta });
        return {
          success: async () => void audit.push({ eventId, outcome: 'success' }),
          fail: async () => void audit.push({ eventId, outcome: 'failed' }),
        };
      },
    });
    return startArgocd({
      instances: [
        { name: 'main', url: stub.url, token: 'main-token' },
        { name: 'edge', url: other.url, token: 'edge-token' },
      ],
      entities: [
        component('cart', {
          'argocd/app-name': 'cart-dev',
          'argocd/instance-name': 'main',
        }),
        component('any', selecting('any')),
      ],
      argocd: options.argocd,
      permissions: permissions.factory,
      features: [auditor.factory],
    });
  };
  const writes = () =>
    [...stub.requests, ...other.requests].filter(
      ({ method, path }) => method !== 'GET' || path.includes('refresh='),
    );
  const answering = (reply: StubReply) => {
    const fine = serving(
      wireApplication('cart-dev', { spec: { project: 'shop' } }),
    );
    stub.reply = call =>
      call.method === 'POST' || call.path.includes('refresh=')
        ? reply
        : fine(call);
  };

  beforeAll(async () => {
    [stub, other] = await Promise.all([HttpStub.start(), HttpStub.start()]);
  });
  beforeEach(() => {
    stub.reset();
    other.reset();
    answering({ body: {} });
    other.reply = serving('cart-dev');
    asked.length = 0;
    audit.length = 0;
  });
  afterAll(() => Promise.all([stub.close(), other.close()]));

  it('refreshes, with its project and namespace', async () => {
    const server = await start();
    const answer = await request(server)
      .post(`${CART}/main/argocd/cart-dev/refresh`)
      .send({ hard: true });
    expect([answer.status, answer.body]).toEqual([200, {}]);
    document.assertAnswers('post', routeOf('refresh'), 200, answer.body);
    expect(writes().map(({ method, path }) => [method, path])).toEqual([
      [
        'GET',
        '/api/v1/applications/cart-dev?project=shop&appNamespace=argocd&refresh=hard',
      ],
    ]);
  });

  it('syncs to what git says, and nothing else', async () => {
    const server = await start();
    const answer = await request(server)
      .post(`${CART}/main/argocd/cart-dev/sync`)
      .send({});
    expect(answer.status).toBe(200);
    expect(writes()).toHaveLength(1);
    expect(writes()[0]).toMatchObject({
      method: 'POST',
      path: '/api/v1/applications/cart-dev/sync',
    });
    expect(JSON.parse(writes()[0].body)).toEqual({
      name: 'cart-dev',
      project: 'shop',
      appNamespace: 'argocd',
      prune: false,
    });
  });

  it('shows what became of it at the next look', async () => {
    const server = await start({ argocd: { maxAgeSeconds: 3_600 } });
    await request(server).get(CART);
    stub.reply = serving(
      wireApplication('cart-dev', {
        status: { operationState: { phase: 'Running' } },
      }),
    );
    await request(server).post(`${CART}/main/argocd/cart-dev/sync`);
    const { body } = await request(server).get(CART);
    expect(body.items[0].operation).toEqual({ phase: 'Running' });
  });

  it.each(ACTIONS)(
    'asks for the permission to %s on the entity before all else, and asks nobody when it is denied',
    async action => {
      const server = await start({ allows: name => !name.endsWith(action) });
      const answer = await request(server)
        .post(`${CART}/main/argocd/cart-dev/${action}`)
        .send({});
      expect(answer.status).toBe(403);
      expect(asked).toEqual([
        {
          permission: expect.objectContaining({
            name: `argocd.application.${action}`,
          }),
          resourceRef: 'component:default/cart',
        },
      ]);
      expect(stub.requests).toHaveLength(0);
      expect(audit.map(({ outcome }) => outcome)).toEqual([
        'initiated',
        'failed',
      ]);
    },
  );

  it('writes to the audit log what is asked, before and after', async () => {
    const server = await start();
    await request(server)
      .post(`${CART}/main/argocd/cart-dev/sync`)
      .send({ prune: true });
    expect(audit).toEqual([
      {
        eventId: 'application-sync',
        outcome: 'initiated',
        meta: {
          entityRef: 'component:default/cart',
          instance: 'main',
          namespace: 'argocd',
          name: 'cart-dev',
          prune: true,
        },
      },
      { eventId: 'application-sync', outcome: 'success' },
    ]);
  });

  it.each([
    ['another application', 'main/argocd/user-dev'],
    ['one of another namespace', 'main/team/cart-dev'],
    [
      'one of an instance that the entity does not mean',
      'edge/argocd/cart-dev',
    ],
    ['one of an instance that nobody configured', 'moon/argocd/cart-dev'],
  ])('does not know %s, and writes nothing', async (_, place) => {
    const server = await start();
    for (const action of ACTIONS) {
      const answer = await request(server).post(`${CART}/${place}/${action}`);
      expect(answer.status).toBe(404);
    }
    expect(writes()).toHaveLength(0);
  });

  it.each<[string, string, object | string, string]>([
    [
      'a revision',
      'main/argocd/cart-dev/sync',
      { revision: 'HEAD~1' },
      'revision',
    ],
    ['resources', 'main/argocd/cart-dev/sync', { resources: [] }, 'resources'],
    [
      'a prune that is no flag',
      'main/argocd/cart-dev/sync',
      { prune: 'yes' },
      'prune',
    ],
    [
      'a hard that is no flag',
      'main/argocd/cart-dev/refresh',
      { hard: 1 },
      'hard',
    ],
    ['a list', 'main/argocd/cart-dev/sync', [], 'malformed'],
    [
      'a path for a name',
      'main/argocd/..%2f..%2fsession/sync',
      {},
      'name of the application',
    ],
    [
      'a path for a namespace',
      'main/%2e%2e/cart-dev/sync',
      {},
      'namespace of the application',
    ],
  ])('refuses %s', async (_, place, body, named) => {
    const server = await start();
    const answer = await request(server).post(`${CART}/${place}`).send(body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(named);
    expect(stub.requests).toHaveLength(0);
  });

  it.each<[string, StubReply, number, string]>([
    [
      'a running operation',
      {
        status: 400,
        body: { code: 9, message: 'another operation is already in progress' },
      },
      409,
      'An operation of this application runs already; wait until it ends',
    ],
    [
      'a sync window',
      {
        status: 403,
        body: { code: 7, message: 'Cannot sync: Blocked by sync window' },
      },
      409,
      "A sync window of the application's project does not allow a sync now",
    ],
    [
      'a deletion',
      { status: 400, body: { code: 9, message: 'application is deleting' } },
      409,
      'This application is being deleted',
    ],
    [
      'a role that may not',
      { status: 403, body: { message: 'permission denied: main-token' } },
      409,
      'does not let the portal do this',
    ],
    ['one that is gone', { status: 404 }, 409, 'Read the list again'],
    [
      'a refusal without words',
      { status: 400, body: 'x'.repeat(100_000) },
      409,
      'refuses this',
    ],
    [
      'a refused token',
      { status: 401, body: {} },
      503,
      "refuses the portal's credentials",
    ],
    ['a throttle', { status: 429 }, 503, 'slow down'],
    ['an outage', { status: 502, body: '<html>' }, 503, 'Argo CD fails (502)'],
    [
      'a login page',
      { status: 302, headers: { location: '/login' } },
      503,
      'does not understand',
    ],
    ['a hang', 'hang', 503, 'does not answer in time'],
  ])('answers %s in words, and asks once', async (_, reply, status, words) => {
    const server = await start({ argocd: { actionTimeoutSeconds: 0.3 } });
    answering(reply);
    for (const action of ACTIONS) {
      const answer = await request(server).post(
        `${CART}/main/argocd/cart-dev/${action}`,
      );
      document.assertAnswers('post', routeOf(action), status, answer.body);
      expect(answer.status).toBe(status);
      expect(answer.body.error?.message ?? '').toContain(words);
      expect(JSON.stringify(answer.body)).not.toContain('main-token');
    }
    expect(writes()).toHaveLength(2);
  });

  it('does not repeat a sync whose connection was killed', async () => {
    const server = await start();
    const fine = stub.reply;
    stub.reply = call => {
      if (call.method === 'POST') {
        stub.kill();
      }
      return fine(call);
    };
    const answer = await request(server).post(
      `${CART}/main/argocd/cart-dev/sync`,
    );
    expect(answer.status).toBe(503);
    expect(answer.body.error.message).toContain('Whether it was done is not');
    expect(writes()).toHaveLength(1);
  });

  it('says that it is not reachable when it cannot even tell whose the application is', async () => {
    stub.reply = () => ({ status: 503 });
    const server = await start();
    const answer = await request(server).post(
      `${CART}/main/argocd/cart-dev/sync`,
    );
    expect(answer.status).toBe(503);
    expect(answer.body.error.message).toContain('Nothing was changed');
    expect(writes()).toHaveLength(0);
  });

  it('is for people: a service may read and not act', async () => {
    const server = await start();
    const answer = await request(server)
      .post(`${CART}/main/argocd/cart-dev/sync`)
      .set('Authorization', mockCredentials.service.header());
    expect(answer.status).toBe(403);
    const anonymous = await request(server)
      .post(`${CART}/main/argocd/cart-dev/sync`)
      .set('Authorization', mockCredentials.none.header());
    expect(anonymous.status).toBe(401);
    expect(stub.requests).toHaveLength(0);
  });
});
