import { randomBytes } from 'node:crypto';
import knexFactory, { type Knex } from 'knex';

/** A database that a store can be tested on. */
export interface StoreDatabase {
  name: 'SQLite' | 'PostgreSQL';
  /** An empty database of its own for each call, gone when the test file ends. */
  open(): Promise<{
    knex: Knex;
    /** As a plugin is handed it by `coreServices.database`. */
    database: { getClient(): Promise<Knex> };
  }>;
}

/**
 * The databases that the stores have to work on, for `describe.each(storeDatabases())('on $name', ({ open }) => ...)`:
 * SQLite always, and the PostgreSQL of `SHOPSTACK_POSTGRES_URL`. Call it once in a test file, at its top.
 *
 * @throws Error when PostgreSQL is required (`SHOPSTACK_REQUIRE_REAL=1`) and missing.
 */
export function storeDatabases(): StoreDatabase[] {
  const endings: (() => Promise<unknown>)[] = [];
  afterAll(async () => {
    // In reverse: a schema is dropped before the connection that drops it ends.
    for (const end of endings.reverse()) {
      await end();
    }
  });
  const databases: StoreDatabase[] = [
    { name: 'SQLite', open: () => openSqlite(endings) },
  ];
  const url = process.env.SHOPSTACK_POSTGRES_URL;
  if (url) {
    databases.push({
      name: 'PostgreSQL',
      open: () => openPostgres(url, endings),
    });
  } else if (process.env.SHOPSTACK_REQUIRE_REAL === '1') {
    throw new Error(
      'PostgreSQL is required: SHOPSTACK_POSTGRES_URL names none',
    );
  } else {
    process.stderr.write(
      'SKIPPED: SHOPSTACK_POSTGRES_URL is not set, the store is not tested on PostgreSQL\n',
    );
  }
  return databases;
}

type Endings = (() => Promise<unknown>)[];

async function openSqlite(endings: Endings) {
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
    // One connection is one database in memory.
    pool: { min: 1, max: 1 },
  });
  endings.push(() => knex.destroy());
  return { knex, database: { getClient: async () => knex } };
}

async function openPostgres(url: string, endings: Endings) {
  const schema = `test_${randomBytes(8).toString('hex')}`;
  const knex = knexFactory({
    client: 'pg',
    connection: url,
    searchPath: [schema],
    pool: { min: 0, max: 5 },
  });
  endings.push(() => knex.destroy());
  await knex.raw('create schema ??', [schema]);
  endings.push(() => knex.raw('drop schema ?? cascade', [schema]));
  return { knex, database: { getClient: async () => knex } };
}
