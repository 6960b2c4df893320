import { TestDatabases } from '@backstage/backend-test-utils';
import { KnexWorkloadStore } from '../KnexWorkloadStore';

/** Makes empty stores on SQLite for the tests of one file; call it once, at its top. */
export function storesOnSqlite(): () => Promise<KnexWorkloadStore> {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  return async () => {
    const knex = await databases.init('SQLITE_3');
    return KnexWorkloadStore.create({ getClient: async () => knex });
  };
}
