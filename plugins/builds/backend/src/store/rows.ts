import type { ReadBuild } from '../service/ExecutorProject';
import type { ProjectReach, StoredBuild } from './BuildStore';

export const BUILDS = 'builds';
export const REACHES = 'build_reaches';

/** A row of `builds`. */
export interface BuildRow {
  project_key: string;
  id: string;
  sort_key: string;
  status: string;
  branch: string | null;
  commit_sha: string | null;
  duration_seconds: number | null;
  over: boolean | number;
  record: string;
}

/** A row of `build_reaches`. */
export interface ReachRow {
  project_key: string;
  version: number;
  top: string | null;
  horizon: string | null;
  pending: string;
  next_token: string | null;
  median_seconds: number | null;
}

/** Longer branches are found by their beginning. */
const LONGEST_BRANCH = 255;

export function toBuildRow(
  projectKey: string,
  { read, sortKey }: StoredBuild,
): BuildRow {
  const { build, over } = read;
  return {
    project_key: projectKey,
    id: build.id,
    sort_key: sortKey,
    status: build.status,
    branch: build.branch?.toLowerCase().slice(0, LONGEST_BRANCH) ?? null,
    commit_sha: build.commit?.toLowerCase() ?? null,
    duration_seconds: build.durationSeconds ?? null,
    over,
    record: JSON.stringify(read),
  };
}

export function fromBuildRow(row: BuildRow): StoredBuild {
  return {
    read: JSON.parse(row.record) as ReadBuild,
    sortKey: row.sort_key,
  };
}

export function toReachRow(key: string, reach: ProjectReach): ReachRow {
  return {
    project_key: key,
    version: reach.version,
    top: reach.top ?? null,
    horizon: reach.horizon ?? null,
    pending: JSON.stringify(reach.rest.pending),
    next_token: reach.rest.nextToken ?? null,
    median_seconds: reach.medianSeconds ?? null,
  };
}

export function fromReachRow(row: ReachRow): ProjectReach {
  return {
    version: row.version,
    top: row.top ?? undefined,
    horizon: row.horizon ?? undefined,
    rest: {
      pending: JSON.parse(row.pending) as string[],
      nextToken: row.next_token ?? undefined,
    },
    medianSeconds: row.median_seconds ?? undefined,
  };
}
