import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { HttpStub, type StubReply } from '@shopstack/plugin-kit-node/testUtils';
import request from 'supertest';
import { argocdPlugin } from './plugin';

const component = (name: string, annotations: Record<string, string> = {}) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', annotations },
});
const selector = { 'argocd/app-selector': 'shopstack.dev/service=cart' };
const applicationsOf = (name: string) =>
  `/api/argocd/v1/entities/component/default/${name}/applications`;
const COMMIT = 'a'.repeat(40);

const application = (name: string) => ({
  metadata: { name, namespace: 'argocd' },
  spec: {
    project: 'default',
    source: {
      repoURL: 'https://forge/shopstack/cluster-gitops',
      path: `apps/cart/overlays/${name.split('-')[1]}`,
    },
  },
  status: {
    sync: { status: 'Synced', revision: COMMIT },
    health: { status: 'Healthy' },
    history: [
      { id: 1, revision: COMMIT, deployedAt: '2026-11-20T10:00:00Z' },
      { id: 0, revision: '1.2.3', deployedAt: '2026-11-19T10:00:00Z' },
    ],
  },
});

/** An Argo CD that holds these applications. */
const serving =
  (...names: string[]) =>
  ({ path }: { path: string }): StubReply => {
    const { pathname } = new URL(path, 'http://x');
    if (pathname === '/api/v1/applications') {
      return { body: { metadata: {}, items: names.map(application) } };
    }
    if (pathname.endsWith('/metadata')) {
      return { body: { author: 'dev', message: 'bump' } };
    }
    const name = pathname.split('/').at(-1) ?? '';
    return names.includes(name) ? { body: application(name) } : { status: 404 };
  };

describe('argocd backend', () => {
  let main: HttpStub;
  let edge: HttpStub;
  const calls = () => main.requests.length + edge.requests.length;

  const start = async (
    result:
      | AuthorizeResult.ALLOW
      | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
  ) => {
    const { server } = await startTestBackend({
      features: [
        argocdPlugin,
        mockServices.permissions.factory({ result }),
        mockServices.rootConfig.factory({
          data: {
            argocd: {
              appLocatorMethods: [
                {
                  type: 'config',
                  instances: [
                    { name: 'main', url: main.url, token: 'main-token' },
                    { name: 'edge', url: edge.url, token: 'edge-token' },
                  ],
                },
              ],
            },
          },
        }),
        catalogServiceMock.factory({
          entities: [
            component('cart', selector),
            component('named', { 'argocd/app-name': 'cart-dev,cart-prod' }),
            component('elsewhere', {
              ...selector,
              'argocd/instance-name': 'edge,moon',
            }),
            component('bare'),
            component('odd', { 'argocd/app-name': '../../session' }),
          ],
        }),
      ],
    });
    return server;
  };

  beforeAll(async () => {
    [main, edge] = await Promise.all([HttpStub.start(), HttpStub.start()]);
  });
  beforeEach(() => {
    main.reset();
    edge.reset();
    main.reply = serving('cart-dev', 'cart-staging');
    edge.reply = serving('cart-prod');
  });
  afterAll(() => Promise.all([main.close(), edge.close()]));

  it('lists the applications of all instances and asks for no revision twice', async () => {
    const server = await start();

    const { status, body } = await request(server).get(applicationsOf('cart'));

    expect(status).toBe(200);
    expect(
      body.items.map((item: { instance: string; environment: string }) => [
        item.instance,
        item.environment,
      ]),
    ).toEqual([
      ['main', 'dev'],
      ['edge', 'prod'],
      ['main', 'staging'],
    ]);
    expect(body.items[0].history).toEqual([
      expect.objectContaining({ id: 1, author: 'dev', message: 'bump' }),
      expect.not.objectContaining({ author: expect.anything() }),
    ]);
    expect(body.sources).toEqual([
      expect.objectContaining({ instance: 'main', state: 'ok' }),
      expect.objectContaining({ instance: 'edge', state: 'ok' }),
    ]);

    const asked = calls();
    await request(server).get(applicationsOf('cart'));
    expect(calls()).toBe(asked);
  });

  it('shows the others while one instance is out', async () => {
    main.reply = () => ({ status: 401, body: { message: 'main-token' } });

    const { status, body } = await request(await start()).get(
      applicationsOf('cart'),
    );

    expect(status).toBe(200);
    expect(body.items).toHaveLength(1);
    expect(body.sources).toEqual([
      expect.objectContaining({
        source: 'argo-cd',
        instance: 'main',
        state: 'unavailable',
        since: expect.any(String),
        reason: "Argo CD refuses the portal's credentials (401)",
      }),
      expect.objectContaining({ instance: 'edge', state: 'ok' }),
    ]);
    expect(JSON.stringify(body)).not.toContain('main-token');
  });

  it('finds by name wherever it is', async () => {
    const { body } = await request(await start()).get(applicationsOf('named'));
    expect(
      body.items.map((item: { name: string; instance: string }) => [
        item.name,
        item.instance,
      ]),
    ).toEqual([
      ['cart-dev', 'main'],
      ['cart-prod', 'edge'],
    ]);
  });

  it('tells a missing project from a missing application', async () => {
    main.reply = () => ({ status: 403 });
    const { body } = await request(await start()).get(applicationsOf('named'));
    expect(body.sources[0]).toMatchObject({
      state: 'unavailable',
      reason: expect.stringContaining("'argocd/project-name' would tell"),
    });
  });

  it('asks only the instances that the entity means, and names unknown ones', async () => {
    const { body } = await request(await start()).get(
      applicationsOf('elsewhere'),
    );
    expect(main.requests).toHaveLength(0);
    expect(body.sources).toEqual([
      expect.objectContaining({ instance: 'edge', state: 'ok' }),
      {
        source: 'argo-cd',
        instance: 'moon',
        state: 'unavailable',
        reason: 'No such Argo CD instance is configured',
      },
    ]);
  });

  it('shows a history without authors when the metadata fails', async () => {
    const fine = serving('cart-dev');
    main.reply = call =>
      call.path.includes('/metadata') ? { status: 500 } : fine(call);
    const { body } = await request(await start()).get(applicationsOf('cart'));
    expect(body.sources[0].state).toBe('ok');
    expect(body.items[0].history).toHaveLength(2);
    expect(body.items[0].history[0]).not.toHaveProperty('author');
    expect(
      main.requests.filter(({ path }) => path.includes('/metadata')),
    ).toHaveLength(1);
  });

  it.each([
    ['bare', 400, "has no annotation 'argocd/app-selector'"],
    ['odd', 400, "The annotation 'argocd/app-name' is malformed"],
    ['nobody', 404, 'No entity'],
  ])('refuses %s with %s', async (name, status, message) => {
    const response = await request(await start()).get(applicationsOf(name));
    expect(response.status).toBe(status);
    expect(response.body.error.message).toContain(message);
    expect(calls()).toBe(0);
  });

  it('asks nobody for who may not read', async () => {
    const denied = await request(await start(AuthorizeResult.DENY)).get(
      applicationsOf('cart'),
    );
    expect(denied.status).toBe(403);
    const anonymous = await request(await start())
      .get(applicationsOf('cart'))
      .set('Authorization', mockCredentials.none.header());
    expect(anonymous.status).toBe(401);
    expect(calls()).toBe(0);
  });
});
