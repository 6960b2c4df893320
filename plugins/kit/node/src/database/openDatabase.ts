import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { commitWithoutFlush } from './commitWithoutFlush';

/**
 * A plugin's own database, its tables brought up to date from the folder `migrations` of its package, unless its
 * migrations are switched off.
 *
 * @param tableName where knex notes what it has run; its usual table belongs to the plugin's own migrations
 */
export async function openDatabase(
  database: DatabaseService,
  packageName: string,
  tableName?: string,
): Promise<Knex> {
  const knex = await database.getClient();
  await commitWithoutFlush(knex);
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      directory: resolvePackagePath(packageName, 'migrations'),
      ...(tableName && { tableName }),
    });
  }
  return knex;
}
