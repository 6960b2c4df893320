import { faultError } from '@shopstack/plugin-kit-node';
import knexFactory, { type Knex } from 'knex';
import { resolve } from 'node:path';
import { KnexBuildStore } from '../store/KnexBuildStore';
import type {
  ExecutorProject,
  HistoryStretch,
  KnownBuilds,
  ReadBuild,
} from './ExecutorProject';
import { HistoryReader } from './HistoryReader';

const read = (number: number, more: object = {}, over = true) =>
  ({
    build: {
      id: `b${number}`,
      number,
      status: over ? 'succeeded' : 'in-progress',
      startedAt: new Date(
        Date.UTC(2026, 10, 1) + number * 60_000,
      ).toISOString(),
      ...more,
    },
    over,
    memo: {},
  }) as unknown as ReadBuild;

describe('HistoryReader', () => {
  let knex: Knex;
  let store: KnexBuildStore;
  let history: HistoryReader;
  let newest: HistoryStretch;
  let older: HistoryStretch;
  const project = {
    key: 'p',
    readNewest: async (known: KnownBuilds) => {
      await known(newest.ids);
      return newest;
    },
    readOlder: async () => older,
  } as unknown as ExecutorProject;
  const stretch = (
    from: number,
    to: number,
    rest: HistoryStretch['rest'],
  ): HistoryStretch => {
    const numbers = Array.from({ length: from - to + 1 }, (_, i) => from - i);
    return {
      ids: numbers.map(number => `b${number}`),
      read: numbers.map(number => read(number)),
      rest,
    };
  };
  const reach = async () => (await store.reaches(['p'])).get('p')!;
  const horizonOf = async (id: string) =>
    (await store.known('p', [id])).get(id)!.sortKey;

  beforeEach(async () => {
    knex = knexFactory({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
      pool: { min: 1, max: 1 },
    });
    await knex.migrate.latest({
      directory: resolve(__dirname, '../../migrations'),
    });
    store = new KnexBuildStore(knex);
    history = new HistoryReader(store);
  });
  afterEach(() => knex.destroy());

  it('grows at its top where the newest meet what is known', async () => {
    newest = stretch(10, 6, { pending: ['b5'], nextToken: 'x' });
    await history.refresh(project);
    older = stretch(5, 1, { pending: [] });
    await history.deepen(project);
    newest = stretch(12, 8, { pending: ['b7'], nextToken: 'y' });
    const head = await history.refresh(project);

    expect(await reach()).toMatchObject({
      top: await horizonOf('b12'),
      horizon: await horizonOf('b1'),
      rest: { pending: [] },
    });
    expect(head.running).toBe(false);
    expect(await store.count({ projectKeys: ['p'] })).toBe(12);
  });

  it('begins anew where something lies between, and loses nothing', async () => {
    newest = stretch(10, 6, { pending: [] });
    await history.refresh(project);
    // One that was read alone does not close the gap.
    await history.keep(project, read(20));
    newest = stretch(20, 16, { pending: ['b15'], nextToken: 'y' });
    await history.refresh(project);
    expect(await reach()).toMatchObject({
      horizon: await horizonOf('b16'),
      rest: { pending: ['b15'], nextToken: 'y' },
    });

    older = stretch(15, 1, { pending: [] });
    older.read = older.read.filter(({ build }) => build.number! > 10);
    await history.deepen(project);
    expect(await reach()).toMatchObject({
      horizon: await horizonOf('b6'),
      rest: { pending: [] },
    });
  });

  it('goes further down where a refresh reads more than was known', async () => {
    newest = stretch(10, 6, { pending: ['b5'] });
    await history.refresh(project);
    newest = stretch(10, 2, { pending: ['b1'] });
    await history.refresh(project);
    expect(await reach()).toMatchObject({
      horizon: await horizonOf('b2'),
      rest: { pending: ['b1'] },
    });
  });

  it('drops what a refresh overtook', async () => {
    newest = stretch(10, 6, { pending: ['b5'] });
    await history.refresh(project);
    older = stretch(5, 1, { pending: [] });
    const late = {
      ...project,
      readOlder: async () => {
        newest = stretch(30, 26, { pending: ['b25'] });
        await history.refresh(project);
        return older;
      },
    } as ExecutorProject;
    await history.deepen(late);
    expect(await reach()).toMatchObject({
      horizon: await horizonOf('b26'),
      rest: { pending: ['b25'] },
    });
  });

  it('does not undo the end of a build, unless it runs again', async () => {
    await history.keep(project, read(1, { status: 'stopped' }));
    const late = await history.keep(project, read(1, {}, false));
    expect(late.build.status).toBe('stopped');
    newest = { ...stretch(1, 1, { pending: [] }), read: [read(1, {}, false)] };
    await history.refresh(project);
    const [{ read: kept }] = await store.page(
      { projectKeys: ['p'] },
      { limit: 1 },
    );
    expect(kept.build.status).toBe('stopped');

    const startedAt = '2026-11-02T00:00:00.000Z';
    const again = await history.keep(project, read(1, { startedAt }, false));
    expect(again.build.status).toBe('in-progress');
  });

  it('notices every change that a page would show', async () => {
    newest = stretch(3, 1, { pending: [] });
    const before = await history.refresh(project);
    expect(await history.refresh(project)).toEqual(before);
    newest.read[0] = read(4, {}, false);
    newest.ids.unshift('b4');
    const after = await history.refresh(project);
    expect(after.fingerprint).not.toBe(before.fingerprint);
    expect([before.running, after.running]).toEqual([false, true]);
  });

  it('begins anew when the executor does not know its token any more', async () => {
    newest = stretch(10, 6, { pending: [], nextToken: 'old' });
    await history.refresh(project);
    older = stretch(5, 3, { pending: [], nextToken: 'older' });
    await history.deepen(project);
    newest.rest.nextToken = 'new';
    const forgetful = {
      ...project,
      readOlder: async () => {
        throw faultError('rejected', 'AWS CodeBuild');
      },
    } as unknown as ExecutorProject;
    await history.deepen(forgetful);
    expect(await reach()).toMatchObject({
      horizon: await horizonOf('b6'),
      rest: { nextToken: 'new' },
    });
    expect(await store.count({ projectKeys: ['p'] })).toBe(8);
  });

  it('takes what waits for a person and has ended for no running build', async () => {
    const finishedAt = '2026-11-01T01:00:00.000Z';
    newest = stretch(1, 1, { pending: [] });
    newest.read = [read(1, { status: 'queued', finishedAt })];
    expect((await history.refresh(project)).running).toBe(false);
  });

  it('shares one read of what is older', async () => {
    newest = stretch(3, 1, { pending: ['b0'] });
    await history.refresh(project);
    const readOlder = jest.fn(async () => stretch(0, 0, { pending: [] }));
    const watched = { ...project, readOlder } as unknown as ExecutorProject;
    await Promise.all([history.deepen(watched), history.deepen(watched)]);
    await history.deepen(watched);
    expect(readOlder).toHaveBeenCalledTimes(1);
  });
});
