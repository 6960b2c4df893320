import { resolve } from 'node:path';
import { storeDatabases } from '@shopstack/plugin-kit-node/testUtils';
import type { ReadBuild } from '../service/ExecutorProject';
import { KnexBuildStore } from './KnexBuildStore';

const directory = resolve(__dirname, '../../migrations');

const build = (
  number: number,
  more: Partial<ReadBuild['build']> = {},
): { read: ReadBuild; sortKey: string } => ({
  read: {
    build: { id: `b${number}`, status: 'succeeded', ...more },
    over: true,
    memo: { number },
  } as unknown as ReadBuild,
  sortKey: String(number).padStart(10, '0'),
});

describe.each(storeDatabases())('KnexBuildStore on $name', ({ open }) => {
  const create = async () => {
    const { knex } = await open();
    await knex.migrate.latest({ directory });
    return new KnexBuildStore(knex);
  };
  const rest = { pending: ['b0'], nextToken: 'more' };

  it('keeps builds, and leaves them in their place', async () => {
    const store = await create();
    await store.keep('p', [build(1), build(2, { status: 'in-progress' })]);
    await store.keep('p', [{ ...build(2), sortKey: '9' }]);
    await store.keep('q', [build(1)]);

    const known = await store.known('p', ['b1', 'b2', 'b3']);
    expect([...known.keys()].sort()).toEqual(['b1', 'b2']);
    expect(known.get('b2')).toEqual(build(2));
  });

  it('pages, filters and counts', async () => {
    const store = await create();
    await store.keep(
      'p',
      Array.from({ length: 300 }, (_, index) =>
        build(index, {
          status: index % 2 ? 'failed' : 'succeeded',
          branch: `Feature/50%_${index}`,
          commit: `${index % 10}abc`,
        }),
      ),
    );
    await store.keep('q', [build(1_000)]);
    const ids = async (...query: Parameters<typeof store.page>) =>
      (await store.page(...query)).map(({ read }) => read.build.id);
    const p = { projectKeys: ['p'] };

    expect(await ids(p, { limit: 2 })).toEqual(['b299', 'b298']);
    const range = { after: '0000000298', horizon: '0000000296', limit: 9 };
    expect(await ids(p, range)).toEqual(['b297', 'b296']);
    expect(await ids({ projectKeys: ['p', 'q'] }, { limit: 1 })).toEqual([
      'b1000',
    ]);
    const odd = { ...p, status: ['failed' as const], search: 'feature/50%_29' };
    expect(await ids(odd, { limit: 9 })).toEqual([
      'b299',
      'b297',
      'b295',
      'b293',
      'b291',
      'b29',
    ]);
    expect(await store.count(odd)).toBe(6);
    expect(await store.count({ ...p, search: '3AB' })).toBe(30);
    expect(await store.count({ ...p, search: 'abc' })).toBe(0);
    expect(await store.count({ ...p, search: "'; drop table builds;" })).toBe(
      0,
    );
    expect(await store.count(p)).toBe(300);
  });

  it('notes how far a project was read, and the median', async () => {
    const store = await create();
    const seconds = [10, 90, 20, 40];
    const builds = seconds.map((durationSeconds, index) =>
      build(index, { durationSeconds }),
    );
    const write = (version: number, horizon?: string) =>
      store.extend('p', builds.slice(0, 2 + version), {
        version,
        top: '9',
        horizon,
        rest,
      });
    expect(await store.reaches(['p'])).toEqual(new Map());

    expect(await write(0, '1')).toBe(true);
    expect((await store.reaches(['p'])).get('p')).toEqual({
      version: 1,
      top: '9',
      horizon: '1',
      rest,
    });
    expect(await write(1, '2')).toBe(true);
    expect((await store.reaches(['p'])).get('p')).toMatchObject({
      medianSeconds: 20,
    });
    expect(await write(2, '3')).toBe(true);
    expect((await store.reaches(['p', 'q'])).get('p')).toMatchObject({
      version: 3,
      horizon: '3',
      medianSeconds: 30,
    });
  });

  it('keeps what many projects bring at once, and one of two who were the first', async () => {
    const store = await create();
    const keys = Array.from({ length: 30 }, (_, index) => `p${index}`);
    const first = (key: string, number: number) =>
      store.extend(key, [build(number)], { version: 0, horizon: 'h', rest });
    const kept = await Promise.all([
      ...keys.map(key => first(key, 1)),
      first('p0', 1),
      store
        .keep('p0', [build(2), build(1, { status: 'failed' })])
        .then(() => true),
    ]);
    expect(kept.filter(each => !each)).toHaveLength(1);
    expect((await store.reaches([...keys, 'q'])).size).toBe(30);
    expect(await store.count({ projectKeys: keys })).toBe(31);
    const known = await store.known('p0', ['b1']);
    expect(known.get('b1')?.read.build.status).toBe('failed');
  });

  it('drops the reach of who was overtaken, and keeps the builds', async () => {
    const store = await create();
    const write = (number: number, version: number) =>
      store.extend('p', [build(number)], { version, horizon: 'h', rest });
    expect(await write(1, 0)).toBe(true);
    expect(await write(2, 0)).toBe(false);
    expect(await write(3, 1)).toBe(true);
    expect(await write(4, 1)).toBe(false);
    expect(await store.count({ projectKeys: ['p'] })).toBe(4);
    expect((await store.reaches(['p'])).get('p')?.version).toBe(2);
  });
});
