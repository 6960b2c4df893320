import { resolve } from 'node:path';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Observed } from '@shopstack/plugin-kit-common';
import { openApiDocument } from '@shopstack/plugin-kit-node/testUtils';
import type { Workload } from '@shopstack/plugin-workloads-common';
import request from 'supertest';
import { workloadsPlugin } from './plugin';
import { createRouter } from './router';
import { CLUSTER_TOKEN, startShop } from './__testUtils__/startShop';

const document = openApiDocument(resolve(__dirname, '../openapi.yaml'));
const TEMPLATE = '/v1/entities/:kind/:namespace/:name/workloads';
const pathOf = (name: string) =>
  `/api/workloads/v1/entities/component/default/${name}/workloads`;
const FLEET = '/api/workloads/v1/workloads';

const component = (name: string, annotations?: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', annotations },
});
const entities = [
  component('cart', {
    'shopstack.dev/service': 'cart',
    'backstage.io/kubernetes-label-selector': 'shopstack.dev/service=cart',
  }),
  component('legacy', {
    'backstage.io/kubernetes-label-selector': 'app=cart',
    'backstage.io/kubernetes-namespace': 'cart-dev',
  }),
  component('elsewhere', {
    'shopstack.dev/service': 'cart',
    'backstage.io/kubernetes-cluster': 'moon',
  }),
  component('odd', {
    'shopstack.dev/service': 'cart',
    'backstage.io/kubernetes-label-selector': 'a=b&limit=1',
  }),
  component('library'),
];

describe('workloads backend on the simulated cluster', () => {
  let shop: Awaited<ReturnType<typeof startShop>>;

  const start = async (
    options: {
      token?: string;
      result?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
      clusters?: object[];
    } = {},
  ) => {
    const actions = actionsRegistryServiceMock();
    const { server } = await startTestBackend({
      features: [
        workloadsPlugin,
        createServiceFactory({
          service: actionsRegistryServiceRef,
          deps: {},
          factory: () => actions,
        }),
        mockServices.scheduler.factory(),
        mockServices.permissions.factory({
          result: options.result ?? AuthorizeResult.ALLOW,
        }),
        mockServices.rootConfig.factory({
          data: {
            // The first turn lists everything, then is over.
            workloads: { turnSeconds: 0.001, timeoutSeconds: 5 },
            kubernetes: {
              clusterLocatorMethods: [
                {
                  type: 'config',
                  clusters: options.clusters ?? [
                    {
                      name: 'shop',
                      url: shop.url,
                      authProvider: 'serviceAccount',
                      serviceAccountToken: options.token ?? CLUSTER_TOKEN,
                    },
                  ],
                },
              ],
            },
          },
        }),
        catalogServiceMock.factory({ entities }),
      ],
    });
    return { server, actions };
  };
  const read = async (name: string, options = {}) => {
    const { server } = await start(options);
    const { status, body } = await request(server).get(pathOf(name));
    expect(status).toBe(200);
    document.assertAnswers('get', TEMPLATE, status, body);
    return body as Observed<Workload>;
  };

  beforeAll(async () => {
    shop = await startShop();
  });
  afterAll(() => shop.stop());

  it('tells what runs of a service in each environment', async () => {
    const { items, sources } = await read('cart');
    expect(sources).toEqual([
      {
        source: 'kubernetes',
        instance: 'shop',
        state: 'ok',
        asOf: expect.any(String),
        topic: expect.any(String),
      },
    ]);
    expect(
      items.map(({ environment, namespace, basis }) => [
        environment,
        namespace,
        basis,
      ]),
    ).toEqual([
      ['dev', 'cart-dev', 'known'],
      ['staging', 'cart-staging', 'known'],
      ['prod', 'cart-prod', 'known'],
    ]);
    expect(items[0]).toMatchObject({
      kind: 'Deployment',
      images: [{ digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) }],
    });
  });

  it('finds objects without our labels by the selector of the entity', async () => {
    const { items, sources } = await read('legacy');
    expect(sources).toEqual([
      expect.objectContaining({ instance: 'shop', state: 'ok' }),
    ]);
    expect(items).toMatchObject([{ namespace: 'cart-dev', name: 'cart' }]);
  });

  it('says that a wrong token is refused, and of what cluster', async () => {
    const { items, sources } = await read('cart', { token: 'another' });
    expect(items).toEqual([]);
    expect(sources).toMatchObject([
      {
        instance: 'shop',
        state: 'unavailable',
        reason: "Kubernetes refuses the portal's credentials (401)",
      },
    ]);
  });

  it('says that a person would have to sign in, and keeps the other cluster', async () => {
    const { items, sources } = await read('cart', {
      clusters: [
        {
          name: 'shop',
          url: shop.url,
          authProvider: 'serviceAccount',
          serviceAccountToken: CLUSTER_TOKEN,
        },
        { name: 'edge', url: shop.url, authProvider: 'oidc' },
      ],
    });
    expect(items).toHaveLength(3);
    expect(sources).toMatchObject([
      { instance: 'shop', state: 'ok' },
      {
        instance: 'edge',
        state: 'unavailable',
        reason: expect.stringContaining("auth provider 'oidc'"),
      },
    ]);
  });

  it('names a cluster that nobody configured, and that there is none', async () => {
    const elsewhere = await read('elsewhere');
    expect(elsewhere.items).toEqual([]);
    expect(elsewhere.sources).toMatchObject([
      { instance: 'moon', state: 'unavailable' },
    ]);
    const none = await read('cart', { clusters: [] });
    expect(none.sources).toMatchObject([
      { reason: 'No Kubernetes cluster is configured' },
    ]);
  });

  it('answers the whole fleet to services alone', async () => {
    const { server } = await start();
    const fleet = await request(server)
      .get(FLEET)
      .set('Authorization', mockCredentials.service.header());
    expect(fleet.status).toBe(200);
    document.assertAnswers('get', '/v1/workloads', 200, fleet.body);
    const services = new Set(
      fleet.body.items.map(({ service }: Workload) => service),
    );
    expect(services.size).toBeGreaterThan(5);
    expect((await request(server).get(FLEET)).status).toBe(403);
  });

  it.each([
    ['odd', 400, "annotation 'backstage.io/kubernetes-label-selector'"],
    ['library', 400, "no annotation 'shopstack.dev/service'"],
    ['nobody', 404, 'No entity'],
    ['a%0d%0ab', 400, 'malformed'],
  ])('refuses to tell of %s (%i)', async (name, expected, words) => {
    const { server } = await start();
    const { status, body } = await request(server).get(pathOf(name));
    expect(status).toBe(expected);
    expect(body.error.message).toContain(words);
    document.assertAnswers('get', TEMPLATE, status, body);
  });

  it('asks the policy first, for everybody who is signed in', async () => {
    const { server } = await start({ result: AuthorizeResult.DENY });
    expect((await request(server).get(pathOf('nobody'))).status).toBe(403);
    const { status } = await request(server)
      .get(pathOf('cart'))
      .set('Authorization', mockCredentials.none.header());
    expect(status).toBe(401);
  });

  it('reads for an assistant with the rights of whom it acts for', async () => {
    const { actions } = await start();
    const { output } = (await actions.invoke({
      id: 'test:list-workloads',
      input: { entityRef: 'component:default/cart' },
    })) as unknown as { output: Observed<Workload> };
    expect(output.items).toHaveLength(3);
  });

  it('has a document for each route', () => {
    const router = createRouter({} as Parameters<typeof createRouter>[0]);
    expect(() => document.assertCovers(router)).not.toThrow();
  });
});
