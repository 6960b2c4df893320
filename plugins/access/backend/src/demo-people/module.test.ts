import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import authModuleDemoPeople from '.';

const viewer = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'viewer', namespace: 'default' },
  spec: {},
};

async function start() {
  return startTestBackend({
    features: [
      authPlugin,
      authModuleDemoPeople,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost' },
          backend: { baseUrl: 'http://localhost' },
          auth: { providers: { 'demo-people': {} } },
        },
      }),
      catalogServiceMock.factory({ entities: [viewer] }),
    ],
  });
}

const path = '/api/auth/demo-people/refresh';

describe('demo people', () => {
  const environment = process.env.NODE_ENV;
  afterEach(() => {
    (process.env as Record<string, string | undefined>).NODE_ENV = environment;
  });

  it('signs in a listed person of the catalog, and nobody else', async () => {
    (process.env as Record<string, string>).NODE_ENV = 'development';
    const { server } = await start();
    const good = await request(server)
      .get(path)
      .set('x-shopstack-person', 'viewer');
    expect(good.status).toBe(200);
    expect(good.body.backstageIdentity.identity.userEntityRef).toBe(
      'user:default/viewer',
    );
    const stranger = await request(server)
      .get(path)
      .set('x-shopstack-person', 'administrator');
    expect(stranger.status).toBe(401);
    expect((await request(server).get(path)).status).toBe(401);
  });

  it('refuses to load outside development', async () => {
    (process.env as Record<string, string>).NODE_ENV = 'production';
    await expect(start()).rejects.toThrow(/NODE_ENV=development/);
  });
});
