import type { RepositoryTree } from './RepositoryTree';

/** A branch as it was read. */
export interface BranchSnapshot {
  /** Absent for a plain folder. */
  commit?: string;
  tree: RepositoryTree;
}

/** A repository as the planner sees it: what was read of it before planning began. */
export interface RepositorySnapshot {
  name: string;
  defaultBranch: string;
  /** A branch, or undefined when the repository has none of that name. */
  branch(name: string): BranchSnapshot | undefined;
}

/** A plain folder: the same files whatever branch is asked for. */
export function folderSnapshot(
  name: string,
  tree: RepositoryTree,
  defaultBranch = 'main',
): RepositorySnapshot {
  return { name, defaultBranch, branch: () => ({ tree }) };
}
