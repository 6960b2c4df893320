import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knexFactory from 'knex';
import { commitWithoutFlush } from './commitWithoutFlush';

/** The levels of `PRAGMA synchronous`. */
const NORMAL = 1;

describe('commitWithoutFlush', () => {
  it('switches a file of SQLite to a write-ahead log', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'kit-'));
    const knex = knexFactory({
      client: 'better-sqlite3',
      connection: join(directory, 'kit.sqlite'),
      useNullAsDefault: true,
      pool: { min: 1, max: 1 },
    });
    try {
      await commitWithoutFlush(knex);
      expect(await knex.raw('PRAGMA journal_mode')).toEqual([
        { journal_mode: 'wal' },
      ]);
      expect(await knex.raw('PRAGMA synchronous')).toEqual([
        { synchronous: NORMAL },
      ]);
    } finally {
      await knex.destroy();
      rmSync(directory, { recursive: true });
    }
  });

  it('asks nothing of another database', async () => {
    const knex = knexFactory({ client: 'pg' });
    await expect(commitWithoutFlush(knex)).resolves.toBeUndefined();
    await knex.destroy();
  });
});
