import type {
  PlannedEdit,
  RepositoryTree,
} from '@shopstack/plugin-golden-path-common';

/** A repository of a forge. */
export interface ForgeRepository {
  owner: string;
  name: string;
}

export interface ForgeBranch {
  name: string;
  commit: string;
}

export interface ForgePullRequest {
  number: number;
  /** Page for a person. */
  url: string;
  state: 'open' | 'closed' | 'merged';
}

/** Options of every call. */
export interface ForgeOptions {
  /** Ends the call. Each call also has a deadline of its own. */
  signal?: AbortSignal;
}

/**
 * What golden paths need of a forge. A driver maps it to one product; nothing of that product passes through here.
 *
 * Every method throws an UpstreamError when the forge refuses, fails, answers nonsense or does not answer, and the
 * signal's reason when the caller has ended the call. Writes are never repeated by the driver.
 */
export interface GitForge {
  /** A branch, or the default one. Undefined when the repository has no such branch. */
  readBranch(
    repository: ForgeRepository,
    branch: string | undefined,
    options?: ForgeOptions,
  ): Promise<ForgeBranch | undefined>;

  /** All files of a commit. */
  readTree(
    repository: ForgeRepository,
    commit: string,
    options?: ForgeOptions,
  ): Promise<RepositoryTree>;

  /**
   * Makes the branch hold one commit with the edits on top of `base`. A branch that holds just that already is left
   * alone; one that holds anything else is replaced. Only branches below `shopstack/` are written.
   */
  pushBranch(
    repository: ForgeRepository,
    change: {
      branch: string;
      /** Commit to build on. */
      base: string;
      message: string;
      edits: PlannedEdit[];
    },
    options?: ForgeOptions,
  ): Promise<{ commit: string }>;

  /** Pull requests from a branch of the repository itself, of any state, newest first. */
  findPullRequests(
    repository: ForgeRepository,
    head: string,
    options?: ForgeOptions,
  ): Promise<ForgePullRequest[]>;

  /** Opens a pull request, or answers the open one that the branch has already. */
  openPullRequest(
    repository: ForgeRepository,
    pullRequest: { head: string; base: string; title: string; body: string },
    options?: ForgeOptions,
  ): Promise<ForgePullRequest>;

  updatePullRequest(
    repository: ForgeRepository,
    number: number,
    change: { body: string },
    options?: ForgeOptions,
  ): Promise<void>;

  closePullRequest(
    repository: ForgeRepository,
    number: number,
    options?: ForgeOptions,
  ): Promise<void>;

  /** Deletes a branch below `shopstack/`. One that is not there is fine. */
  deleteBranch(
    repository: ForgeRepository,
    branch: string,
    options?: ForgeOptions,
  ): Promise<void>;
}
