import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { ArgocdApplication } from '@shopstack/plugin-argocd-common';
import type { Observed } from '@shopstack/plugin-kit-common';
import { type RunningSimulators, startSimulators } from '@shopstack/simulators';
import request from 'supertest';
import { applicationsOf } from './__testUtils__/startArgocd';
import { until } from './__testUtils__/until';
import { argocdPlugin } from './plugin';

jest.setTimeout(60_000);

const cart = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'cart',
    namespace: 'default',
    annotations: { 'argocd/app-selector': 'shopstack.dev/service=cart' },
  },
};

describe('argocd backend on the simulators', () => {
  const state = mkdtempSync(join(tmpdir(), 'argocd-'));
  let simulators: RunningSimulators;

  beforeAll(async () => {
    simulators = await startSimulators({
      stateDirectory: state,
      examples: resolve(__dirname, '../../../../examples'),
      only: ['argocd', 'kubernetes'],
    });
  });
  afterAll(async () => {
    await simulators.stop();
    rmSync(state, { recursive: true, force: true });
  });

  /** Reads until the view is complete: who deployed what comes after the applications. */
  const read = async (
    token: string,
    isComplete: (view: Observed<ArgocdApplication>) => boolean,
  ) => {
    const { server } = await startTestBackend({
      features: [
        argocdPlugin,
        mockServices.rootConfig.factory({
          data: {
            argocd: {
              stream: { enabled: false },
              appLocatorMethods: [
                {
                  type: 'config',
                  instances: [
                    { name: 'shop', url: simulators.addresses.argocd, token },
                  ],
                },
              ],
            },
          },
        }),
        catalogServiceMock.factory({ entities: [cart] }),
      ],
    });
    return until(async () => {
      const { body } = await request(server).get(applicationsOf('cart'));
      return isComplete(body) && (body as Observed<ArgocdApplication>);
    });
  };

  it('reads the applications of a service, who deployed what, and the commit it brought', async () => {
    const { items, sources } = await read(
      'shopstack-argocd-token',
      view => view.items[0]?.history[0].author !== undefined,
    );

    expect(sources).toEqual([
      expect.objectContaining({ instance: 'shop', state: 'ok' }),
    ]);
    expect(
      items.map(item => [item.name, item.environment, item.basis]),
    ).toEqual([
      ['cart-dev', 'dev', 'known'],
      ['cart-prod', 'prod', 'known'],
      ['cart-staging', 'staging', 'known'],
    ]);
    const [dev] = items;
    expect(dev).toMatchObject({
      sync: { status: 'Synced' },
      health: { status: 'Healthy' },
      source: { path: 'apps/cart/overlays/dev' },
    });
    const times = dev.history.map(deployment => deployment.deployedAt);
    expect(times.length).toBeGreaterThan(1);
    expect([...times].sort().reverse()).toEqual(times);
    const latest = dev.history[0];
    expect(latest.message).toContain('bump cart image');
    expect(latest.author).toMatch(/@/);
    expect(dev.images[0]).toContain(latest.reference?.sha);
  });

  it('says that a wrong token is refused', async () => {
    const { items, sources } = await read('another', () => true);
    expect(items).toEqual([]);
    expect(sources).toEqual([
      expect.objectContaining({
        state: 'unavailable',
        reason: "Argo CD refuses the portal's credentials (401)",
      }),
    ]);
  });
});
