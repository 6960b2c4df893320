import type { Knex } from 'knex';
import type {
  BuildSelection,
  BuildStore,
  ProjectReach,
  StoredBuild,
} from './BuildStore';
import {
  type BuildRow,
  fromBuildRow,
  fromReachRow,
  type ReachRow,
  toBuildRow,
  toReachRow,
} from './rows';

const BUILDS = 'builds';
const REACHES = 'build_reaches';

/** The median is that of so many of the latest succeeded builds. */
const MEDIAN_OF = 50;
/** Fewer say nothing. */
const FEWEST_FOR_MEDIAN = 3;

/** Ids in one statement, far below what SQLite binds. */
const CHUNK = 200;

/** Keeps builds in the plugin's own database. */
export class KnexBuildStore implements BuildStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
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
    await this.#keep(this.#knex, projectKey, builds);
  }

  async reaches(projectKeys: string[]): Promise<Map<string, ProjectReach>> {
    const rows = await this.#knex<ReachRow>(REACHES).whereIn(
      'project_key',
      projectKeys,
    );
    return new Map(rows.map(row => [row.project_key, fromReachRow(row)]));
  }

  async extend(
    projectKey: string,
    builds: StoredBuild[],
    reach: Omit<ProjectReach, 'medianSeconds'>,
  ): Promise<boolean> {
    return this.#knex.transaction(async transaction => {
      await this.#keep(transaction, projectKey, builds);
      const row = toReachRow(projectKey, {
        ...reach,
        version: reach.version + 1,
        medianSeconds: await this.#median(transaction, projectKey),
      });
      if (reach.version === 0) {
        const inserted = await transaction<ReachRow>(REACHES)
          .insert(row)
          .onConflict('project_key')
          .ignore()
          .returning('project_key');
        return inserted.length > 0;
      }
      const changed = await transaction<ReachRow>(REACHES)
        .where({ project_key: projectKey, version: reach.version })
        .update(row);
      return changed > 0;
    });
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

  async #keep(
    knex: Knex,
    projectKey: string,
    builds: StoredBuild[],
  ): Promise<void> {
    for (let start = 0; start < builds.length; start += CHUNK) {
      await knex<BuildRow>(BUILDS)
        .insert(
          builds
            .slice(start, start + CHUNK)
            .map(build => toBuildRow(projectKey, build)),
        )
        .onConflict(['project_key', 'id'])
        // Not `sort_key`: what somebody pages through must not move.
        .merge([
          'status',
          'branch',
          'commit_sha',
          'duration_seconds',
          'over',
          'record',
        ]);
    }
  }

  async #median(knex: Knex, projectKey: string): Promise<number | undefined> {
    const rows = await knex<BuildRow>(BUILDS)
      .where({ project_key: projectKey, status: 'succeeded' })
      .whereNotNull('duration_seconds')
      .orderBy('sort_key', 'desc')
      .limit(MEDIAN_OF)
      .select('duration_seconds');
    const seconds = rows
      .map(row => Number(row.duration_seconds))
      .sort((one, other) => one - other);
    const middle = seconds.length / 2;
    return seconds.length < FEWEST_FOR_MEDIAN
      ? undefined
      : Math.round(
          (seconds[Math.ceil(middle) - 1] + seconds[Math.floor(middle)]) / 2,
        );
  }
}
