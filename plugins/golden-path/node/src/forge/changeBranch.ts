import { createHash } from 'node:crypto';

/** All branches that golden paths write lie below this, so that no protected or base branch can be meant. */
const CHANGE_BRANCHES = 'shopstack/';

/**
 * The branch of one change in one repository. The same run always gets the same name, so that a retry, or another
 * replica, finds what is there already.
 */
export function changeBranch(change: {
  template: string;
  name: string;
  correlationId: string;
  /** Tells apart the branches of a repository that gets two pull requests. */
  suffix?: string;
}): string {
  const run = createHash('sha256')
    .update(change.correlationId)
    .digest('hex')
    .slice(0, 12);
  const suffix = change.suffix ? `-${change.suffix}` : '';
  return `${CHANGE_BRANCHES}${change.template}/${change.name}-${run}${suffix}`;
}

/** @throws Error when the branch is not one that golden paths may write: a mistake in our code. */
export function assertChangeBranch(branch: string): void {
  if (!/^shopstack\/[a-z0-9-]+\/[a-z0-9-]+$/.test(branch)) {
    throw new Error(`${branch} is not a branch of a golden path`);
  }
}
