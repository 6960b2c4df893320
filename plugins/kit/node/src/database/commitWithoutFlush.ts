import type { Knex } from 'knex';

/**
 * Lets SQLite commit without a flush to the disk, for which the whole process would stand still: with a write-ahead log a
 * crash of the process loses nothing, and one of the machine the last moments of what is read again anyway. Does nothing
 * to other databases.
 */
export async function commitWithoutFlush(knex: Knex): Promise<void> {
  if (knex.client.config.client === 'better-sqlite3') {
    await knex.raw('PRAGMA journal_mode = WAL');
    await knex.raw('PRAGMA synchronous = NORMAL');
  }
}
