import type { Knex } from 'knex';
import type { ProjectReach, StoredBuild } from './BuildStore';
import {
  type BuildRow,
  BUILDS,
  REACHES,
  type ReachRow,
  toBuildRow,
  toReachRow,
} from './rows';

/** Builds of one project to keep, and how far it was read with them. */
export interface BuildWrite {
  projectKey: string;
  builds: StoredBuild[];
  reach?: Omit<ProjectReach, 'medianSeconds'>;
}

/** Rows in one statement, far below what the databases bind. */
const CHUNK = 200;

/** The median is that of so many of the latest succeeded builds. */
const MEDIAN_OF = 50;
/** Fewer say nothing. */
const FEWEST_FOR_MEDIAN = 3;

/**
 * Writes what several projects brought at once in one transaction, which costs a disk the same as one write.
 *
 * @returns for each write whether its reach was kept: false when somebody else wrote since it was read.
 */
export async function writeBuilds(
  knex: Knex,
  writes: readonly BuildWrite[],
): Promise<boolean[]> {
  return knex.transaction(async transaction => {
    await insertBuilds(transaction, writes);
    const kept: boolean[] = [];
    const inserted = await insertReaches(transaction, writes);
    for (const { projectKey, reach } of writes) {
      if (!reach || reach.version === 0) {
        // Of several who were the first, the first was.
        kept.push(reach !== undefined && inserted.delete(projectKey));
      } else {
        kept.push(await updateReach(transaction, projectKey, reach));
      }
    }
    return kept;
  });
}

/** A build that is kept already stays in its place: what somebody pages through must not move. */
async function insertBuilds(
  knex: Knex,
  writes: readonly BuildWrite[],
): Promise<void> {
  const rows = new Map<string, BuildRow>();
  for (const { projectKey, builds } of writes) {
    for (const build of builds) {
      const row = toBuildRow(projectKey, build);
      rows.set(`${projectKey} ${row.id}`, row);
    }
  }
  for (const chunk of chunksOf([...rows.values()])) {
    await knex<BuildRow>(BUILDS)
      .insert(chunk)
      .onConflict(['project_key', 'id'])
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

/** Writes the reaches of projects that had none, and answers for which that was still so. */
async function insertReaches(
  knex: Knex,
  writes: readonly BuildWrite[],
): Promise<Set<string>> {
  const rows = new Map<string, ReachRow>();
  for (const { projectKey, builds, reach } of writes) {
    if (reach?.version === 0 && !rows.has(projectKey)) {
      const medianSeconds = medianOf(succeededSeconds(builds));
      const first = { ...reach, version: 1, medianSeconds };
      rows.set(projectKey, toReachRow(projectKey, first));
    }
  }
  const inserted = new Set<string>();
  for (const chunk of chunksOf([...rows.values()])) {
    const answer = await knex<ReachRow>(REACHES)
      .insert(chunk)
      .onConflict('project_key')
      .ignore()
      .returning('project_key');
    answer.forEach(row => inserted.add(row.project_key));
  }
  return inserted;
}

async function updateReach(
  knex: Knex,
  projectKey: string,
  reach: Omit<ProjectReach, 'medianSeconds'>,
): Promise<boolean> {
  const rows = await knex<BuildRow>(BUILDS)
    .where({ project_key: projectKey, status: 'succeeded' })
    .whereNotNull('duration_seconds')
    .orderBy('sort_key', 'desc')
    .limit(MEDIAN_OF)
    .select('duration_seconds');
  const medianSeconds = medianOf(rows.map(row => Number(row.duration_seconds)));
  const version = reach.version + 1;
  const changed = await knex<ReachRow>(REACHES)
    .where({ project_key: projectKey, version: reach.version })
    .update(toReachRow(projectKey, { ...reach, version, medianSeconds }));
  return changed > 0;
}

/** The durations of the latest succeeded of builds that are given newest first. */
function succeededSeconds(builds: StoredBuild[]): number[] {
  return builds
    .map(({ read: { build } }) => build)
    .filter(({ status }) => status === 'succeeded')
    .flatMap(({ durationSeconds }) => durationSeconds ?? [])
    .slice(0, MEDIAN_OF);
}

function medianOf(values: number[]): number | undefined {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return sorted.length < FEWEST_FOR_MEDIAN
    ? undefined
    : Math.round(
        (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2,
      );
}

function chunksOf<T>(rows: T[]): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < rows.length; start += CHUNK) {
    chunks.push(rows.slice(start, start + CHUNK));
  }
  return chunks;
}
