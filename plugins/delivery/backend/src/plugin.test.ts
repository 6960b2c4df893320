import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { HttpStub } from '@shopstack/plugin-kit-node/testUtils';
import request from 'supertest';
import { application, DIGEST, workload } from './join/testing';
import { deliveryPlugin } from './plugin';

const component = (name: string, annotated = true) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    annotations: annotated ? { 'shopstack.dev/service': name } : undefined,
  },
});
const strip = '/api/delivery/v1/entities/component/default/cart/strip';

describe('delivery backend', () => {
  let stub: HttpStub;
  let argocd: unknown;
  let workloads: unknown;

  const start = async (
    result:
      | AuthorizeResult.ALLOW
      | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
  ) => {
    const discovery = mockServices.discovery.mock({
      getBaseUrl: async plugin => `${stub.url}/${plugin}`,
    });
    const { server } = await startTestBackend({
      features: [
        deliveryPlugin,
        discovery.factory,
        mockServices.permissions.factory({ result }),
        catalogServiceMock.factory({
          entities: [component('cart'), component('library', false)],
        }),
      ],
    });
    return server;
  };

  beforeAll(async () => {
    stub = await HttpStub.start();
  });
  afterAll(() => stub.close());
  beforeEach(() => {
    stub.reset();
    argocd = {
      body: {
        items: [application()],
        sources: [{ source: 'argo-cd', state: 'ok' }],
      },
    };
    workloads = {
      body: {
        items: [workload({ ready: 1, trouble: 'CrashLoopBackOff' })],
        sources: [{ source: 'kubernetes', instance: 'shop', state: 'ok' }],
      },
    };
    stub.reply = ({ path }) => {
      if (path.startsWith('/argocd/')) return argocd as object;
      if (path.startsWith('/workloads/')) return workloads as object;
      return { status: 400, body: { error: { name: 'InputError' } } };
    };
  });

  it('joins the siblings on behalf of the caller', async () => {
    const { status, body } = await request(await start()).get(strip);
    expect(status).toBe(200);
    expect(body.environments[0]).toMatchObject({
      environment: 'dev',
      state: 'progressing',
      reason: '1 of 2 pods are ready: CrashLoopBackOff',
      version: { digest: DIGEST },
      pods: { ready: 1, desired: 2, restarts: 1 },
    });
    expect(body.sources.map((each: { source: string }) => each.source)).toEqual(
      ['argo-cd', 'kubernetes'],
    );
    expect(stub.requests.every(({ headers }) => headers.authorization)).toBe(
      true,
    );
  });

  it('lists services and activity over the components that are services', async () => {
    const server = await start();
    const services = await request(server).get('/api/delivery/v1/services');
    expect(services.body.items).toHaveLength(1);
    expect(services.body).toMatchObject({ sources: [], truncated: false });
    const activity = await request(server).get(
      '/api/delivery/v1/activity?limit=1',
    );
    expect(activity.body.items).toEqual([
      expect.objectContaining({ deployedAt: '2026-11-20T10:00:00Z' }),
    ]);
  });

  it('names a sibling that fails, and keeps the rest', async () => {
    argocd = { status: 500 };
    const { status, body } = await request(await start()).get(strip);
    expect(status).toBe(200);
    expect(body.environments[0].state).toBe('unknown');
    expect(body.sources[0]).toMatchObject({
      source: 'argo-cd',
      state: 'unavailable',
      reason: 'It did not answer the portal',
    });
  });

  it('says that the clusters are unavailable, and still tells what Argo CD knows', async () => {
    workloads = { status: 503 };
    const { body } = await request(await start()).get(strip);
    expect(body.environments[0]).toMatchObject({ state: 'running' });
    expect(body.environments[0].pods).toBeUndefined();
    expect(body.sources).toContainEqual(
      expect.objectContaining({ source: 'kubernetes', state: 'unavailable' }),
    );
  });

  it('says what is wrong with a question', async () => {
    const server = await start();
    const bad = await request(server).get('/api/delivery/v1/activity?limit=0');
    expect(bad.status).toBe(400);
    expect(bad.body.error.message).toContain('limit');
    const unknown = strip.replace('cart', 'nobody');
    expect((await request(server).get(unknown)).status).toBe(404);
  });

  it('asks nobody when the policy refuses, or nobody is signed in', async () => {
    const server = await start(AuthorizeResult.DENY);
    for (const path of [
      strip,
      '/api/delivery/v1/services',
      '/api/delivery/v1/activity',
    ]) {
      expect((await request(server).get(path)).status).toBe(403);
      const nobody = await request(server)
        .get(path)
        .set('Authorization', mockCredentials.none.header());
      expect(nobody.status).toBe(401);
    }
    expect(stub.requests).toEqual([]);
  });
});
