import { openDatabase } from '@shopstack/plugin-kit-node';
import { storeDatabases } from '@shopstack/plugin-kit-node/testUtils';
import type { FleetApplication } from './FleetApplication';
import { FleetStore } from './FleetStore';
import { RevisionStore, commitId } from './RevisionStore';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 10, minute));

const application = (
  name: string,
  more: Partial<FleetApplication> = {},
): FleetApplication => ({
  instance: 'main',
  namespace: 'argocd',
  name,
  project: 'default',
  labels: { app: name },
  service: name.split('-')[0],
  environment: name.split('-')[1],
  sync: 'Synced',
  health: 'Healthy',
  ...more,
});

describe.each(storeDatabases())('stores on $name', ({ open }) => {
  let store: FleetStore;
  let revisions: RevisionStore;

  beforeEach(async () => {
    const { database } = await open();
    const knex = await openDatabase(
      database,
      '@shopstack/plugin-argocd-backend',
    );
    store = new FleetStore(knex);
    revisions = new RevisionStore(knex);
  });

  const list = (present: FleetApplication[], minute = 0, instance = 'main') =>
    store.apply({ instance, present, gone: 'everyOther', at: at(minute) });

  it('keeps a whole list, and tells what is different from the one before', async () => {
    const dev = application('cart-dev');
    const prod = application('cart-prod');
    expect(await list([dev, prod])).toHaveLength(2);
    expect(await list([dev, prod], 1)).toEqual([]);

    const behind = application('cart-dev', {
      sync: 'OutOfSync',
      operation: 'Failed',
      finishedAt: '2026-11-20T10:00:00Z',
      revision: 'a'.repeat(40),
      destination: 'in-cluster/cart-dev',
    });
    const changes = await list([behind], 2);
    expect(changes).toEqual(
      expect.arrayContaining([
        { before: prod },
        { before: dev, after: behind },
      ]),
    );
    expect(changes).toHaveLength(2);
    expect(await store.list()).toEqual([behind]);
  });

  it('changes single applications and leaves the others alone', async () => {
    await list([application('cart-dev'), application('cart-prod')]);
    await list([application('cart-dev', { instance: 'edge' })], 0, 'edge');
    const moved = application('cart-dev', { project: 'shop' });
    await store.apply({
      instance: 'main',
      present: [moved],
      gone: [
        { namespace: 'argocd', name: 'cart-prod' },
        { namespace: 'argocd', name: 'never-there' },
      ],
      at: at(1),
    });
    expect(await store.list({ instance: 'main' })).toEqual([moved]);
    expect(await store.list({ instance: 'edge' })).toHaveLength(1);
    const main = (await store.states()).find(
      ({ instance }) => instance === 'main',
    );
    expect(main).toEqual({ instance: 'main', listedAt: at(0), aliveAt: at(1) });
  });

  it('keeps applications of the same name in two namespaces apart', async () => {
    const other = application('cart-dev', { namespace: 'team' });
    await list([application('cart-dev'), other]);
    await store.apply({
      instance: 'main',
      present: [],
      gone: [{ namespace: 'team', name: 'cart-dev' }],
      at: at(1),
    });
    expect(await store.list()).toEqual([application('cart-dev')]);
  });

  it('narrows by state, project and instance', async () => {
    await list([
      application('cart-dev', { sync: 'OutOfSync', health: 'Degraded' }),
      application('cart-prod', { sync: 'Unknown', project: 'shop' }),
      application('user-dev'),
    ]);
    const names = async (filter: object) =>
      (await store.list(filter)).map(({ name }) => name);
    expect(await names({ sync: ['OutOfSync', 'Unknown'] })).toEqual([
      'cart-dev',
      'cart-prod',
    ]);
    expect(await names({ health: ['Degraded'] })).toEqual(['cart-dev']);
    expect(await names({ project: 'shop' })).toEqual(['cart-prod']);
    expect(await names({ instance: 'moon' })).toEqual([]);
  });

  it('keeps thousands, and any text', async () => {
    const many = Array.from({ length: 1_500 }, (_, index) =>
      application(`app-${index}`),
    );
    const odd = application('odd', {
      labels: { "x'; drop table argocd_applications; --": '☂ "' },
    });
    await list([...many, odd]);
    expect(await store.list()).toHaveLength(1_501);
    expect((await store.list({ project: "' or '1'='1" })).length).toBe(0);
    expect((await store.list()).find(({ name }) => name === 'odd')).toEqual(
      odd,
    );
  });

  it('notes the first failure of a row, and forgets it when it is heard of', async () => {
    await store.recordFailure('main', 'first', at(0));
    await store.recordFailure('main', 'second', at(1));
    expect(await store.states()).toEqual([
      { instance: 'main', failingSince: at(0), reason: 'second' },
    ]);
    await list([], 2);
    expect(await store.states()).toEqual([
      { instance: 'main', listedAt: at(2), aliveAt: at(2) },
    ]);
  });

  it('keeps who wrote a commit, and a failure only until it is known', async () => {
    const commit = { repoUrl: 'https://forge/gitops', sha: 'a'.repeat(40) };
    const id = commitId(commit);
    expect(await revisions.get([id])).toEqual(new Map());
    await revisions.put(commit, undefined, at(0));
    expect(await revisions.get([id])).toEqual(
      new Map([[id, { attemptedAt: at(0) }]]),
    );
    const story = { author: 'ü <u@example>', message: 'bump\n\nmore' };
    await revisions.put(commit, story, at(1));
    await revisions.put(commit, undefined, at(2));
    expect((await revisions.get([id])).get(id)?.story).toEqual(story);
  });
});
