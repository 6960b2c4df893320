import DataLoader from 'dataloader';
import type { Knex } from 'knex';
import type {
  BuildSelection,
  BuildStore,
  ProjectReach,
  StoredBuild,
} from './BuildStore';
import {
  type BuildRow,
  BUILDS,
  fromBuildRow,
  fromReachRow,
  REACHES,
  type ReachRow,
} from './rows';
import { type BuildWrite, writeBuilds } from './writeBuilds';

/** Ids in one statement, far below what SQLite binds. */
const CHUNK = 200;

/** Keeps builds in the plugin's own database. */
export class KnexBuildStore implements BuildStore {
  readonly #knex: Knex;
  /** What many projects ask for, or write, in the same moment is one statement, or one transaction. */
  readonly #reaches: DataLoader<string, ProjectReach | undefined>;
  readonly #writes: DataLoader<BuildWrite, boolean>;

  constructor(knex: Knex) {
    this.#knex = knex;
    const options = { cache: false, batchScheduleFn: setImmediate };
    this.#reaches = new DataLoader(keys => this.#readReaches(keys), options);
    this.#writes = new DataLoader(writes => writeBuilds(knex, writes), options);
  }

  async known(
    projectKey: string,
    ids: string[],
  ): Promise<Map<string, StoredBuild>> {
    const rows: BuildRow[] = [];
    for (let start = 0; start < ids.length; start += CHUNK) {
      rows.push(
        ...(await this.#knex<BuildRow>(BUILDS)
          .where({ project_key: projectKey })
          .whereIn('id', ids.slice(start, start + CHUNK))),
      );
    }
    return new Map(rows.map(row => [row.id, fromBuildRow(row)]));
  }

  async keep(projectKey: string, builds: StoredBuild[]): Promise<void> {
    await this.#writes.load({ projectKey, builds });
  }

  async reaches(projectKeys: string[]): Promise<Map<string, ProjectReach>> {
    const reaches = await this.#reaches.loadMany(projectKeys);
    return new Map(
      projectKeys.flatMap((key, index) => {
        const reach = reaches[index];
        if (reach instanceof Error) {
          throw reach;
        }
        return reach ? [[key, reach] as const] : [];
      }),
    );
  }

  extend(
    projectKey: string,
    builds: StoredBuild[],
    reach: Omit<ProjectReach, 'medianSeconds'>,
  ): Promise<boolean> {
    return this.#writes.load({ projectKey, builds, reach });
  }

  async page(
    selection: BuildSelection,
    range: { after?: string; horizon?: string; limit: number },
  ): Promise<StoredBuild[]> {
    const query = this.#select(selection)
      .orderBy('sort_key', 'desc')
      .limit(range.limit);
    if (range.after !== undefined) {
      query.where('sort_key', '<', range.after);
    }
    if (range.horizon !== undefined) {
      query.where('sort_key', '>=', range.horizon);
    }
    return (await query).map(fromBuildRow);
  }

  async count(selection: BuildSelection): Promise<number> {
    const [row] = await this.#select(selection).count({ builds: '*' });
    return Number((row as unknown as { builds: number | string }).builds);
  }

  async #readReaches(
    projectKeys: readonly string[],
  ): Promise<(ProjectReach | undefined)[]> {
    const rows = await this.#knex<ReachRow>(REACHES).whereIn('project_key', [
      ...new Set(projectKeys),
    ]);
    const byKey = new Map(rows.map(row => [row.project_key, row]));
    return projectKeys.map(key => {
      const row = byKey.get(key);
      return row && fromReachRow(row);
    });
  }

  #select({ projectKeys, status, search }: BuildSelection) {
    const query = this.#knex<BuildRow>(BUILDS).whereIn(
      'project_key',
      projectKeys,
    );
    if (status?.length) {
      query.whereIn('status', status);
    }
    if (search) {
      const text = search.toLowerCase().replace(/[\\%_]/g, '\\$&');
      query.whereRaw(
        "(branch like ? escape '\\' or commit_sha like ? escape '\\')",
        [`%${text}%`, `${text}%`],
      );
    }
    return query;
  }
}
