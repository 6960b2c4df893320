import { HttpStub } from '@shopstack/plugin-kit-node/testUtils';
import request from 'supertest';
import { serving, wireApplication } from './__testUtils__/argocdStub';
import {
  applicationsOf,
  component,
  selecting,
  startArgocd,
} from './__testUtils__/startArgocd';
import { until } from './__testUtils__/until';

const rollout = {
  group: 'argoproj.io',
  version: 'v1alpha1',
  kind: 'Rollout',
  namespace: 'cart-prod',
  name: 'cart',
  status: 'Synced',
  health: { status: 'Suspended' },
};

/** A Rollout as the cluster holds it, in the middle of a canary. */
const live = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Rollout',
  metadata: { name: 'cart', namespace: 'cart-prod' },
  spec: {
    strategy: { canary: { steps: [{ setWeight: 25 }, { pause: {} }] } },
  },
  status: {
    phase: 'Paused',
    currentStepIndex: 1,
    stableRS: 'old',
    currentPodHash: 'new',
    canary: {
      currentStepAnalysisRunStatus: { name: 'cart-new-2', status: 'Running' },
    },
  },
};

describe('rollouts of applications', () => {
  let stub: HttpStub;
  const isRollout = ({ path }: { path: string }) => path.includes('/resource?');
  const start = () =>
    startArgocd({
      instances: [{ name: 'main', url: stub.url, token: 't' }],
      entities: [component('cart', selecting('cart'))],
    });

  beforeAll(async () => {
    stub = await HttpStub.start();
  });
  beforeEach(() => stub.reset());
  afterAll(() => stub.close());

  it('are read only where an application has one, and come when they have', async () => {
    const applications = serving(
      wireApplication('cart-dev'),
      wireApplication('cart-prod', { status: { resources: [rollout] } }),
    );
    stub.reply = asked =>
      isRollout(asked)
        ? { body: { manifest: JSON.stringify(live) } }
        : applications(asked);
    const server = await start();
    const items = await until(async () => {
      const { body } = await request(server).get(applicationsOf('cart'));
      return body.items[1].rollouts && body.items;
    });
    expect(items[0].rollouts).toEqual([]);
    expect(items[1].rollouts).toEqual([
      {
        name: 'cart',
        namespace: 'cart-prod',
        phase: 'Paused',
        strategy: 'canary',
        step: 1,
        steps: 2,
        weight: 25,
        stableRevision: 'old',
        currentRevision: 'new',
        analysis: [{ name: 'cart-new-2', phase: 'Running' }],
      },
    ]);
    const [asked] = stub.requests.filter(isRollout);
    const url = new URL(asked.path, 'http://x');
    expect(url.pathname).toBe('/api/v1/applications/cart-prod/resource');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      project: 'default',
      appNamespace: 'argocd',
      group: 'argoproj.io',
      version: 'v1alpha1',
      kind: 'Rollout',
      namespace: 'cart-prod',
      resourceName: 'cart',
    });
    await request(server).get(applicationsOf('cart'));
    expect(stub.requests.filter(isRollout)).toHaveLength(1);
  });

  it.each([
    ['fails', { status: 500 }],
    ['hangs', 'hang' as const],
    ['is none', { body: { manifest: '{"kind":"Deployment"}' } }],
    ['is no JSON', { body: { manifest: 'x' } }],
  ])('are absent and hold nothing up when the reading %s', async (_, reply) => {
    const applications = serving(
      wireApplication('cart-prod', { status: { resources: [rollout] } }),
    );
    stub.reply = asked => (isRollout(asked) ? reply : applications(asked));
    const server = await start();
    const { body } = await request(server).get(applicationsOf('cart'));
    expect(body.items[0].name).toBe('cart-prod');
    expect(body.items[0]).not.toHaveProperty('rollouts');
    expect(body.sources[0].state).toBe('ok');
  });
});
