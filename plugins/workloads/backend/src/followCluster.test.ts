import { mockServices } from '@backstage/backend-test-utils';
import { followCluster } from './followCluster';
import { storesOnSqlite } from './store/__testUtils__/openStore';
import type { WorkloadStore } from './store/WorkloadStore';
import { WorkloadWriter } from './store/WorkloadWriter';
import { CLUSTER_TOKEN, startShop } from './__testUtils__/startShop';
import { until } from './__testUtils__/until';
import { ClusterCredentials } from './upstream/ClusterCredentials';
import { ClusterFollower } from './upstream/ClusterFollower';
import { KubernetesClient } from './upstream/KubernetesClient';

const openStore = storesOnSqlite();

describe('followCluster on the simulated cluster', () => {
  const announce = jest.fn();
  const logger = mockServices.logger.mock();
  let shop: Awaited<ReturnType<typeof startShop>>;
  let store: WorkloadStore;
  let following: Promise<number> | undefined;
  let stop: AbortController;
  let client: KubernetesClient;

  const follow = (turnMs: number, token = CLUSTER_TOKEN) => {
    const credentials = new ClusterCredentials(
      {
        name: 'shop',
        url: shop.url,
        authProvider: 'serviceAccount',
        authMetadata: { serviceAccountToken: token },
        skipTLSVerify: false,
      },
      { config: mockServices.rootConfig(), logger },
    );
    client = new KubernetesClient({
      credentials,
      timeoutMs: 500,
      pageSize: 7,
      maxObjects: 1000,
      guard: { pauseMs: 200, backoffMs: 5 },
    });
    following = followCluster({
      follower: new ClusterFollower({
        cluster: 'shop',
        client,
        maxObjects: 1000,
      }),
      writer: new WorkloadWriter({
        cluster: 'shop',
        store,
        changes: { announce },
      }),
      logger,
      turnMs,
      watchSeconds: 1,
      restMs: 100,
      signal: stop.signal,
    });
    return following;
  };
  const cartInDev = async () =>
    (await store.listByService('cart')).find(
      ({ environment }) => environment === 'dev',
    );
  const cluster = async () => (await store.listClusters())[0];

  beforeAll(async () => {
    shop = await startShop();
  });
  afterAll(() => shop.stop());
  beforeEach(async () => {
    announce.mockClear();
    stop = new AbortController();
    store = await openStore();
  });
  afterEach(async () => {
    shop.simulators.world.weather.set('kubernetes', { kind: 'clear' });
    stop.abort();
    await following;
  });

  it('lists the fleet in pages once, for a turn without time', async () => {
    const items = await follow(0);
    const fleet = await store.listAll();
    expect(fleet).toHaveLength(items);
    expect(fleet.map(({ environment }) => environment)).toEqual(
      expect.arrayContaining(['dev', 'staging', 'prod']),
    );
    const pages = Math.ceil(fleet.flatMap(({ images }) => images).length / 7);
    expect(client.calls).toBeGreaterThan(pages);
    expect(await cartInDev()).toMatchObject({
      cluster: 'shop',
      namespace: 'cart-dev',
      basis: 'known',
      images: [{ digest: expect.stringMatching(/^sha256:/) }],
    });
    expect(await cluster()).toMatchObject({
      failingSince: undefined,
      problems: [],
    });
  });

  it('sees a change while it watches, and announces it', async () => {
    void follow(60_000);
    await until(cartInDev);
    announce.mockClear();
    await shop.scaleCart(4);
    await until(async () => {
      const workload = await cartInDev();
      return workload?.desired === 4 && workload.ready === 4;
    });
    expect(announce).toHaveBeenCalled();
  });

  it.each(['hang', 'down', '500', '401', 'cut'] as const)(
    'keeps what it knows while the cluster is ill (%s), and goes on when it is well',
    async kind => {
      void follow(60_000);
      const before = await until(cartInDev);
      shop.simulators.world.weather.set('kubernetes', { kind });
      const ill = await until(async () => {
        const reading = await cluster();
        return reading.failingSince && reading;
      });
      expect(ill.reason).toMatch(/^Kubernetes/);
      expect(await cartInDev()).toEqual(before);

      shop.simulators.world.weather.set('kubernetes', { kind: 'clear' });
      await until(async () => !(await cluster()).failingSince);
    },
  );

  it('says why it has nothing where the token is wrong', async () => {
    void follow(60_000, 'another');
    await until(async () => (await store.listClusters()).length > 0);
    expect(await cluster()).toMatchObject({
      goodAt: undefined,
      reason: "Kubernetes refuses the portal's credentials (401)",
    });
  });

  it('does without a kind that its role may not read, and says so', async () => {
    shop.simulators.world.weather.set('kubernetes', {
      kind: '403',
      path: '/apis/autoscaling',
    });
    await follow(0);
    expect(await cluster()).toMatchObject({
      failingSince: undefined,
      problems: [
        {
          instance: 'shop: horizontalpodautoscalers',
          reason: 'Kubernetes does not let the portal read this (403)',
        },
      ],
    });
    expect(await cartInDev()).toBeDefined();
  });
});
