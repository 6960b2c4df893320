import { UpstreamError } from '@shopstack/plugin-kit-node';
import { storesOnSqlite } from './__testUtils__/openStore';
import { workload } from './__testUtils__/workload';
import { fleetTopic, serviceTopic } from './topics';
import type { WorkloadStore } from './WorkloadStore';
import { WorkloadWriter } from './WorkloadWriter';

const openStore = storesOnSqlite();

describe('WorkloadWriter', () => {
  const announce = jest.fn();
  const cart = workload();
  const user = workload({ service: 'user', name: 'user' });
  let store: WorkloadStore;
  let writer: WorkloadWriter;

  const announced = () => {
    const topics = announce.mock.calls.flatMap(([each]) => each as string[]);
    announce.mockClear();
    return topics;
  };
  const topics = (...services: string[]) => [
    fleetTopic('shop'),
    ...services.map(service => serviceTopic('shop', service)),
  ];

  beforeEach(async () => {
    announce.mockClear();
    store = await openStore();
    writer = new WorkloadWriter({
      cluster: 'shop',
      store,
      changes: { announce },
    });
    await writer.write([cart, user], []);
  });

  it('writes and announces only what differs', async () => {
    expect(announced()).toEqual(topics('cart', 'user'));
    const write = jest.spyOn(store, 'recordSuccess');
    const grown = workload({ desired: 3 });
    await writer.write([grown, user], []);
    expect(write.mock.calls[0][1]).toEqual({ changed: [grown], gone: [] });
    expect(announced()).toEqual(topics('cart'));

    await writer.write([grown, user], []);
    expect(write.mock.calls[1][1]).toEqual({ changed: [], gone: [] });
    expect(announced()).toEqual([]);
  });

  it('takes out what is gone, and tells both services when one takes over', async () => {
    announced();
    const taken = workload({ service: 'basket' });
    await writer.write([taken], []);
    expect(announced()).toEqual(topics('basket', 'cart', 'user'));
    expect(await store.listAll()).toEqual([taken]);
  });

  it('sees what another replica wrote in the meantime', async () => {
    await store.recordSuccess(
      'shop',
      { changed: [workload({ desired: 9 })], gone: [user] },
      [],
      new Date(),
    );
    writer.forget();
    await writer.write([cart, user], []);
    expect(await store.listByCluster('shop')).toEqual([cart, user]);
  });

  it('tells all services when the cluster fails, once, and when it is well again', async () => {
    announced();
    const error = new UpstreamError('unreachable', 'It cannot be reached');
    await writer.fail(error);
    expect(announced()).toEqual(topics('cart', 'user'));
    await writer.fail(error);
    expect(announced()).toEqual([]);
    expect(await store.listClusters()).toMatchObject([
      { reason: 'It cannot be reached' },
    ]);
    await writer.write([cart, user], []);
    expect(announced()).toEqual(topics('cart', 'user'));
  });

  it('shows no words of other errors', async () => {
    await writer.fail(new Error('password=hunter2'));
    const [{ reason }] = await store.listClusters();
    expect(reason).not.toContain('hunter2');
  });
});
