import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type {
  ArgocdApplication,
  ArgocdApplicationSummary,
} from '@shopstack/plugin-argocd-common';
import {
  type Observed,
  OBSERVED_CHANNEL,
  type ObservedSignal,
} from '@shopstack/plugin-kit-common';
import { type RunningSimulators, startSimulators } from '@shopstack/simulators';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { openApiDocument } from '@shopstack/plugin-kit-node/testUtils';
import request from 'supertest';
import {
  applicationsOf,
  component,
  selecting,
  startArgocd,
} from './__testUtils__/startArgocd';
import { until } from './__testUtils__/until';

jest.setTimeout(60_000);

const APPLICATIONS = '/v1/entities/:kind/:namespace/:name/applications';

describe('all applications, followed on two simulated instances', () => {
  const state = mkdtempSync(join(tmpdir(), 'argocd-fleet-'));
  const announced = new Set<string>();
  const document = openApiDocument(resolve(__dirname, '../openapi.yaml'));
  let simulators: RunningSimulators;
  let server: Awaited<ReturnType<typeof startArgocd>>;
  let maySeeUnowned = true;
  const stop = new AbortController();

  const read = async (query = '') => {
    const { status, body } = await request(server).get(
      `/api/argocd/v1/applications${query}`,
    );
    document.assertAnswers('get', '/v1/applications', status, body);
    expect(status).toBe(200);
    return body as Observed<ArgocdApplicationSummary>;
  };
  const names = (view: Observed<ArgocdApplicationSummary>) =>
    view.items.map(({ name }) => name);

  beforeAll(async () => {
    simulators = await startSimulators({
      stateDirectory: state,
      examples: resolve(__dirname, '../../../../examples'),
      only: ['argocd', 'argocd-standby', 'kubernetes'],
      pace: 20,
    });
    const tokens = simulators.answer().simulators;
    const signals = createServiceFactory({
      service: signalsServiceRef,
      deps: {},
      factory: () => ({
        publish: async ({ channel, message }) => {
          if (channel === OBSERVED_CHANNEL) {
            (message as unknown as ObservedSignal).topics.forEach(topic =>
              announced.add(topic),
            );
          }
        },
      }),
    });
    server = await startArgocd({
      instances: [
        ['shop', 'argocd'],
        ['standby', 'argocd-standby'],
      ].map(([name, simulator]) => ({
        name,
        url: simulators.addresses[simulator],
        frontendUrl: `https://${name}.example`,
        token: tokens[simulator].token,
      })),
      entities: [
        component('payment', {
          ...selecting('payment'),
          'shopstack.dev/service': 'payment',
        }),
        component('carts', { 'argocd/app-name': 'cart-dev,cart-prod' }),
        component('orders', selecting('order')),
        component('odd', { 'argocd/app-selector': 'a in b' }),
      ],
      config: { observe: { restSeconds: 0.5 } },
      // So that whatever is fresh sooner is so because the stream told.
      argocd: { maxAgeSeconds: 3_600, stream: { enabled: true } },
      permissions: mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(({ permission }) => ({
            result:
              permission.name === 'argocd.fleet.read' && !maySeeUnowned
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
          })),
      }).factory,
      features: [
        signals,
        // The one of the test backend would wait at start for a turn to end.
        mockServices.scheduler.mock({
          scheduleTask: async ({ fn }) => {
            Promise.resolve(fn(stop.signal)).catch(() => {});
          },
        }).factory,
      ],
    });
    await until(async () =>
      (await read()).sources.every(({ state: now }) => now === 'ok'),
    );
  });
  afterAll(async () => {
    stop.abort();
    await simulators.stop();
    rmSync(state, { recursive: true, force: true });
  });

  it('joins them to entities as their pages do', async () => {
    const view = await read();
    expect(names(view)).toEqual([...names(view)].sort());
    const of = (name: string) => view.items.find(item => item.name === name);
    expect(of('payment-dr')).toMatchObject({
      instance: 'standby',
      entityRef: 'component:default/payment',
      owner: 'group:default/team-checkout',
      service: 'payment',
      environment: 'dr',
      sync: 'OutOfSync',
      health: 'Healthy',
      destination: 'in-cluster/payment-dr',
      url: 'https://standby.example/applications/argocd-standby/payment-dr',
    });
    expect(of('cart-dev')?.entityRef).toBe('component:default/carts');
    expect(of('cart-staging')).not.toHaveProperty('entityRef');
    expect(of('apps-business')).toBeDefined();
    expect(view.sources).toEqual([
      expect.objectContaining({ instance: 'shop', topic: expect.any(String) }),
      expect.objectContaining({ instance: 'standby' }),
    ]);
  });

  it('shows those of no entity to the platform team alone', async () => {
    maySeeUnowned = false;
    const view = await read();
    maySeeUnowned = true;
    expect(new Set(view.items.map(({ entityRef }) => entityRef))).toEqual(
      new Set(
        ['payment', 'carts', 'orders'].map(name => `component:default/${name}`),
      ),
    );
    expect(names(view)).not.toContain('apps-business');
  });

  it.each([
    ['?search=PAYMENT-D', ['payment-dev', 'payment-dr']],
    ['?instance=standby', ['order-dr', 'payment-dr']],
    ['?instance=standby&search=order', ['order-dr']],
    ['?sync=OutOfSync', ['order-dr', 'payment-dr']],
    ['?sync=OutOfSync&sync=Unknown&health=Healthy', ['order-dr', 'payment-dr']],
    ['?health=Degraded', []],
    ['?project=nothing', []],
    [
      '?ownedBy=Group:default/Team-Checkout',
      [
        'cart-dev',
        'cart-prod',
        'order-dev',
        'order-dr',
        'order-prod',
        'order-staging',
        'payment-dev',
        'payment-dr',
        'payment-prod',
        'payment-staging',
      ],
    ],
  ])('narrows by %s', async (query, expected) => {
    expect(names(await read(query))).toEqual(expected);
  });

  it.each([
    ['?sync=Wrong', "'sync"],
    ['?health=ok', "'health"],
    ['?colour=red', "'colour'"],
    ['?instance=', "'instance'"],
  ])('refuses %s by name', async (query, named) => {
    const { status, body } = await request(server).get(
      `/api/argocd/v1/applications${query}`,
    );
    document.assertAnswers('get', '/v1/applications', status, body);
    expect(status).toBe(400);
    expect(body.error.message).toContain(named);
  });

  it('makes an open page fresh without anybody asking for it', async () => {
    const page = async () => {
      const { body } = await request(server).get(applicationsOf('payment'));
      return body as Observed<ArgocdApplication>;
    };
    const before = await page();
    const standby = (view: Observed<ArgocdApplication>) =>
      view.items.find(({ name }) => name === 'payment-dr');
    expect(standby(before)?.sync.status).toBe('OutOfSync');
    const { topic } = before.sources[1];
    announced.clear();

    // Somebody else syncs it, in Argo CD itself.
    const { url, token } = simulators.answer().simulators['argocd-standby'];
    await fetch(`${url}/api/v1/applications/payment-dr/sync`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ project: 'default' }),
    });

    await until(async () => announced.has(topic!));
    await until(async () => standby(await page())?.sync.status === 'Synced');
    expect(standby(await page())).toMatchObject({
      operation: { phase: 'Succeeded', initiatedBy: 'portal' },
    });
    await until(async () => (await read('?sync=OutOfSync')).items.length === 1);
  });

  it('shows the one while the other is dead, and all by itself when it is well', async () => {
    simulators.world.weather.set('argocd-standby', { kind: 'down' });
    const page = async () => {
      const { body } = await request(server).get(applicationsOf('orders'));
      return body as Observed<ArgocdApplication>;
    };
    const without = await page();
    document.assertAnswers('get', APPLICATIONS, 200, without);
    expect(without.items.map(({ name }) => name)).toEqual([
      'order-dev',
      'order-prod',
      'order-staging',
    ]);
    expect(without.sources).toEqual([
      expect.objectContaining({ instance: 'shop', state: 'ok' }),
      expect.objectContaining({
        instance: 'standby',
        state: 'unavailable',
        // That it cannot be reached, or that nobody waited for the last attempt.
        reason: expect.any(String),
      }),
    ]);

    announced.clear();
    simulators.world.weather.set('argocd-standby', { kind: 'clear' });
    await until(() => announced.has(without.sources[1].topic!));
    const whole = await page();
    document.assertAnswers('get', APPLICATIONS, 200, whole);
    expect(whole.sources[1].state).toBe('ok');
    expect(
      whole.items.find(({ instance }) => instance === 'standby'),
    ).toMatchObject({ name: 'order-dr', sync: { status: 'OutOfSync' } });
  });
});
