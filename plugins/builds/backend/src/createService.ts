import { openDatabase } from '@shopstack/plugin-kit-node';
import type {
  DatabaseService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ObservedSource } from '@shopstack/plugin-kit-node';
import { BuildActions } from './service/BuildActions';
import type { BuildExecutor } from './service/BuildExecutor';
import { BuildLogs } from './service/BuildLogs';
import { BuildPages } from './service/BuildPages';
import { BuildReader } from './service/BuildReader';
import type { BuildsService } from './service/BuildsService';
import { DefaultBuildsService } from './service/DefaultBuildsService';
import { EntityProjects } from './service/EntityProjects';
import { HistoryReader } from './service/HistoryReader';
import { OnceOnly } from './service/OnceOnly';
import { ProjectHeads } from './service/ProjectHeads';
import { KnexBuildStore } from './store/KnexBuildStore';
import { KnexRequestStore } from './store/RequestStore';

export interface CreateServiceOptions {
  catalog: CatalogService;
  database: DatabaseService;
  executors: readonly BuildExecutor[];
  logger: LoggerService;
  maxAgeSeconds: number;
  observed: ObservedSource;
}

/** Puts the parts together that answer about builds. */
export async function createService({
  catalog,
  database,
  executors,
  logger,
  maxAgeSeconds,
  observed,
}: CreateServiceOptions): Promise<{
  service: BuildsService;
  heads: ProjectHeads;
}> {
  const knex = await openDatabase(database, '@shopstack/plugin-builds-backend');
  const store = new KnexBuildStore(knex);
  const requests = new KnexRequestStore(knex);
  const history = new HistoryReader(store);
  const heads = new ProjectHeads({ observed, history, maxAgeSeconds });
  const reader = new BuildReader({ observed, store, history });
  const once = new OnceOnly({ requests, logger });
  const service = new DefaultBuildsService({
    projects: new EntityProjects(catalog, executors),
    heads,
    pages: new BuildPages({ store, history }),
    reader,
    logs: new BuildLogs({ reader }),
    actions: new BuildActions({ reader, history, heads, once }),
    store,
  });
  return { service, heads };
}
