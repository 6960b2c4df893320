/** A pull request; documents of kind `pull`, id `<repository>/<zero-padded number>`. Dates are ISO strings. */
export interface PullDocument {
  repository: string;
  number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  draft: boolean;
  author: string;
  /** The SHA is that of the branch while open, and what it was when closed. */
  head: { branch: string; sha: string };
  /** The SHA is that of the base branch when opened or last looked at; kept for the diff once closed. */
  base: { branch: string; sha: string };
  createdAt: string;
  updatedAt: string;
  closedAt?: string;
  mergedAt?: string;
  mergedBy?: string;
  mergeCommit?: string;
  autoMerge?: { method: MergeMethod; enabledBy: string };
  /** Until then auto-merge waits for the first check to be announced. */
  quietUntil: string;
  /** A merge commit that was written, and that the base branch is about to be moved to. */
  merging?: { commit: string; by: string };
  labels: string[];
  assignees: string[];
  reviewers: string[];
  teamReviewers: string[];
}

export type MergeMethod = 'merge' | 'squash' | 'rebase';

/** A status of a commit; documents of kind `commit-status`, id `<repository>/<sha>/<zero-padded id>`. */
export interface StatusDocument {
  id: number;
  sha: string;
  context: string;
  state: 'pending' | 'success' | 'failure' | 'error';
  description: string;
  targetUrl?: string;
  creator: string;
  createdAt: string;
}

/** A review; documents of kind `review`, id `<repository>/<number>/<zero-padded id>`. */
export interface ReviewDocument {
  id: number;
  author: string;
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'PENDING';
  body: string;
  commit: string;
  submittedAt: string;
}

/** A comment on a pull request; documents of kind `issue-comment`, id `<repository>/<number>/<zero-padded id>`. */
export interface CommentDocument {
  id: number;
  author: string;
  body: string;
  createdAt: string;
  updatedAt: string;
}

/** Rules of a branch; documents of kind `branch-protection`, id `<repository>/<branch>`. */
export interface ProtectionDocument {
  branch: string;
  enabled: boolean;
  /** Contexts of statuses, or names of jobs, that a merge waits for. */
  requiredChecks: string[];
  /** Approving reviews that a merge waits for. */
  requiredApprovals: number;
}

/** Pads a number so that the order of ids is the order of numbers. */
export function padded(number: number): string {
  return String(number).padStart(10, '0');
}
