import type { AuthService } from '@backstage/backend-plugin-api';
import {
  CATALOG_FILTER_EXISTS,
  type EntityFilterQuery,
} from '@backstage/catalog-client';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { BuildExecutor } from './service/BuildExecutor';
import type { ExecutorProject } from './service/ExecutorProject';
import type { ProjectHeads } from './service/ProjectHeads';

export interface CollectBuildsOptions {
  auth: AuthService;
  catalog: CatalogService;
  executors: readonly BuildExecutor[];
  heads: ProjectHeads;
  /** What was read within so many seconds is left alone. */
  maxAgeSeconds: number;
}

/** Projects that are read at once: their lists come one by one, and then share a call for their builds. */
const GROUP = 20;

const ENTITIES_A_PAGE = 500;

/**
 * One pass over all projects that the catalog names: those that nobody looked at lately are read,
 * so that the first who looks does not wait. It must
 * run in the background, where reading waits until it has ended. Faults are noted with the readings.
 */
export async function collectBuilds(
  options: CollectBuildsOptions,
  signal: AbortSignal,
): Promise<{ items: number }> {
  const projects = await findProjects(options, signal);
  for (let start = 0; start < projects.length; start += GROUP) {
    signal.throwIfAborted();
    const group = projects.slice(start, start + GROUP);
    const { heads, maxAgeSeconds } = options;
    await Promise.all(
      group.map(project => heads.observe(project, { maxAgeSeconds })),
    );
  }
  return { items: projects.length };
}

async function findProjects(
  { auth, catalog, executors }: CollectBuildsOptions,
  signal: AbortSignal,
): Promise<ExecutorProject[]> {
  const filter: EntityFilterQuery = executors
    .flatMap(({ annotations }) => annotations)
    .map(name => ({ [`metadata.annotations.${name}`]: CATALOG_FILTER_EXISTS }));
  const projects = new Map<string, ExecutorProject>();
  let cursor: string | undefined;
  do {
    signal.throwIfAborted();
    const credentials = await auth.getOwnServiceCredentials();
    const fields = ['kind', 'metadata'];
    const page = await catalog.queryEntities(
      cursor
        ? { cursor, limit: ENTITIES_A_PAGE, fields }
        : { filter, limit: ENTITIES_A_PAGE, fields },
      { credentials },
    );
    for (const entity of page.items) {
      for (const executor of executors) {
        const found = await executor.find(entity);
        found.projects.forEach(project => projects.set(project.key, project));
      }
    }
    cursor = page.pageInfo.nextCursor;
  } while (cursor);
  // Those of one account follow each other, for they share calls.
  return [...projects.values()].sort((one, other) =>
    one.place < other.place ? -1 : 1,
  );
}
