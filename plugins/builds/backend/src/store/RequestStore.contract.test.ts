import { resolve } from 'node:path';
import { storeDatabases } from '@shopstack/plugin-kit-node/testUtils';
import type { ReadBuild } from '../service/ExecutorProject';
import { KnexRequestStore } from './RequestStore';

const directory = resolve(__dirname, '../../migrations');
const at = new Date('2026-11-20T10:00:00.000Z');
const answer = { build: { id: 'b1' } } as ReadBuild;

describe.each(storeDatabases())('KnexRequestStore on $name', ({ open }) => {
  const create = async () => {
    const { knex } = await open();
    await knex.migrate.latest({ directory });
    return new KnexRequestStore(knex);
  };

  it('tells the first from all others, and remembers the answer', async () => {
    const store = await create();
    const all = await Promise.all(
      Array.from({ length: 8 }, () => store.begin('a', 'q', at)),
    );
    expect(all.filter(each => each === undefined)).toHaveLength(1);
    expect(all.find(each => each)).toEqual({ question: 'q', askedAt: at });

    await store.complete('a', answer);
    await store.forget('a');
    const later = new Date(at.getTime() + 60_000);
    expect(await store.begin('a', 'other', later)).toEqual({
      question: 'q',
      askedAt: at,
      answer,
    });
  });

  it('forgets what did nothing, and what is older than a day', async () => {
    const store = await create();
    await store.begin('a', 'q', at);
    await store.forget('a');
    expect(await store.begin('a', 'q', at)).toBeUndefined();
    await store.complete('a', answer);
    const tomorrow = new Date(at.getTime() + 25 * 3_600_000);
    expect(await store.begin('a', 'q', tomorrow)).toBeUndefined();
  });
});
