import { storeDatabases } from '@shopstack/plugin-kit-node/testUtils';
import type { Workload } from '@shopstack/plugin-workloads-common';
import { KnexWorkloadStore } from './KnexWorkloadStore';
import { workload } from './__testUtils__/workload';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 10, minute));
const problem = {
  source: 'kubernetes',
  instance: 'shop: rollouts',
  state: 'unavailable' as const,
  reason: 'Kubernetes does not let the portal read this (403)',
};

describe.each(storeDatabases())('KnexWorkloadStore on $name', ({ open }) => {
  let store: KnexWorkloadStore;
  const keep = (
    cluster: string,
    changed: Workload[],
    gone: Workload[] = [],
    minute = 0,
  ) => store.recordSuccess(cluster, { changed, gone }, [], at(minute));

  beforeEach(async () => {
    const { database } = await open();
    store = await KnexWorkloadStore.create(database);
  });

  it('keeps workloads by service and by cluster, and changes them', async () => {
    const cart = workload();
    const other = workload({ cluster: 'edge', service: 'user', name: 'user' });
    await keep('shop', [cart]);
    await keep('edge', [other]);
    expect(await store.listByService('cart')).toEqual([cart]);
    expect(await store.listByCluster('edge')).toEqual([other]);
    expect(await store.listAll()).toEqual([other, cart]);

    const grown = workload({ desired: 5 });
    await keep('shop', [grown]);
    expect(await store.listByService('cart')).toEqual([grown]);
    await keep('shop', [], [grown]);
    expect(await store.listByService('cart')).toEqual([]);
    expect(await store.listByService('user')).toEqual([other]);
  });

  it('keeps more than one statement takes', async () => {
    const many = Array.from({ length: 250 }, (_, index) =>
      workload({ name: `cart-${index}` }),
    );
    await keep('shop', many);
    expect(await store.listByService('cart')).toHaveLength(250);
  });

  it('keeps any text', async () => {
    const odd = workload({ trouble: `'; drop table workloads; -- ☂ "` });
    await keep('shop', [odd]);
    expect(await store.listByService('cart')).toEqual([odd]);
    expect(await store.listByService(`' or '1'='1`)).toEqual([]);
  });

  it('notes since when a cluster fails, and forgets it when it is well', async () => {
    await keep('shop', [workload()], [], 0);
    await store.recordFailure('shop', 'first', at(1));
    await store.recordFailure('shop', 'second', at(2));
    expect(await store.listClusters()).toEqual([
      {
        cluster: 'shop',
        goodAt: at(0),
        failingSince: at(1),
        attemptedAt: at(2),
        reason: 'second',
        problems: [],
      },
    ]);
    expect(await store.listByService('cart')).toHaveLength(1);

    await store.recordSuccess(
      'shop',
      { changed: [], gone: [] },
      [problem],
      at(3),
    );
    expect(await store.listClusters()).toEqual([
      {
        cluster: 'shop',
        goodAt: at(3),
        failingSince: undefined,
        attemptedAt: at(3),
        reason: undefined,
        problems: [problem],
      },
    ]);
  });

  it('knows a cluster that never was well', async () => {
    await store.recordFailure('shop', 'no', at(1));
    expect(await store.listClusters()).toMatchObject([
      { cluster: 'shop', goodAt: undefined, failingSince: at(1) },
    ]);
  });

  it('forgets clusters that are no longer configured', async () => {
    await keep('shop', [workload()]);
    await keep('old', [workload({ cluster: 'old' })]);
    await store.keepOnly(['shop']);
    expect((await store.listAll()).map(({ cluster }) => cluster)).toEqual([
      'shop',
    ]);
    expect(await store.listClusters()).toHaveLength(1);
    await store.keepOnly([]);
    expect(await store.listAll()).toEqual([]);
  });
});
