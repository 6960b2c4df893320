/** A branch that moved and was not yet reacted to; documents of kind `pending-push`, id = a growing number. */
export interface PendingPush {
  id: string;
  repository: string;
  branch: string;
  before?: string;
  after?: string;
  /** How often reacting to it failed. */
  attempts: number;
}

/** A head of a pull request that was not yet reacted to; documents of kind `pending-pull`, id = a growing number. */
export interface PendingPull {
  id: string;
  repository: string;
  number: number;
  attempts: number;
}

/** The SHA that was last noticed of a branch; documents of kind `seen-branch`, id `<repository>/<branch>`. */
export interface SeenBranch {
  repository: string;
  branch: string;
  sha: string;
}
