import type { BuildStatus } from '@shopstack/plugin-builds-common';
import type { HistoryRest, ReadBuild } from '../service/ExecutorProject';

/** A build with its place in the list: a greater key is newer. */
export interface StoredBuild {
  read: ReadBuild;
  sortKey: string;
}

/** How far the history of a project was read without gaps. */
export interface ProjectReach {
  /** As it was read; a write that names another one is dropped. 0 where there is none yet. */
  version: number;
  /** Sort key of the newest build of the stretch. */
  top?: string;
  /** Sort key of the oldest. */
  horizon?: string;
  rest: HistoryRest;
  /** Median of the latest succeeded builds; absent below three. */
  medianSeconds?: number;
}

/** Which builds to show. */
export interface BuildSelection {
  projectKeys: string[];
  status?: BuildStatus[];
  /** Part of the branch, or the beginning of the commit. */
  search?: string;
}

/** The memory of the builds, durable and shared by all replicas. */
export interface BuildStore {
  /** What is kept of these builds, by id. */
  known(projectKey: string, ids: string[]): Promise<Map<string, StoredBuild>>;

  /** Keeps builds; one that is kept already stays in its place. */
  keep(projectKey: string, builds: StoredBuild[]): Promise<void>;

  /** How far the projects were read, by key; projects that never were are left out. */
  reaches(projectKeys: string[]): Promise<Map<string, ProjectReach>>;

  /**
   * Keeps builds, newest first, and then how far the project was read with them. The median is worked out anew.
   *
   * @returns false when somebody else wrote since the reach was read: the builds are kept, the reach is not.
   */
  extend(
    projectKey: string,
    builds: StoredBuild[],
    reach: Omit<ProjectReach, 'medianSeconds'>,
  ): Promise<boolean>;

  /** Builds, newest first: from `horizon` on, before `after`. */
  page(
    selection: BuildSelection,
    range: { after?: string; horizon?: string; limit: number },
  ): Promise<StoredBuild[]>;

  /** How many builds fit. */
  count(selection: BuildSelection): Promise<number>;
}
