import type { World } from '../../world/types';
import { mergeBase } from '../../git/commits';
import { mergeTrees, type MergeResult } from '../../git/merge';
import { RecentMap } from '../../git/RecentMap';
import { requireRevision } from '../../git/revisions';
import { listChecks, type Check } from '../headChecks';
import type { CommitStatuses } from '../CommitStatuses';
import type { PullDocument, ReviewDocument } from '../documents';
import { padded } from '../documents';
import { findProtection } from '../protection';
import type { WorkflowRuns } from '../WorkflowRuns';

/** Whether a pull request can be merged now. */
export interface MergeVerdict {
  /** The SHA of both branches that this is true for. */
  head: string;
  base: string;
  result: MergeResult;
  checks: Check[];
  /** GitHub's `mergeable_state`. */
  state: 'clean' | 'dirty' | 'blocked' | 'unstable' | 'draft';
  /** Why not, for a person to read; undefined when it can be merged. */
  reason?: string;
}

const KEPT_RESULTS = 256;

/** Finds out whether pull requests can be merged: the trees, the checks and the rules of the base branch. */
export class Mergeability {
  readonly #world: World;
  readonly #results = new RecentMap<string, MergeResult>(KEPT_RESULTS);

  constructor(
    world: World,
    readonly statuses: CommitStatuses,
    readonly runs: WorkflowRuns,
  ) {
    this.#world = world;
  }

  /** The verdict on an open pull request. @throws NotFoundError when a branch is gone */
  async check(pull: PullDocument): Promise<MergeVerdict> {
    const { repository } = pull;
    const directory = this.#world.repositories.directory(repository);
    const [head, base] = await Promise.all([
      requireRevision(directory, `refs/heads/${pull.head.branch}`),
      requireRevision(directory, `refs/heads/${pull.base.branch}`),
    ]);
    const result = await this.#merge(directory, base, head);
    const checks = listChecks(this, repository, head);
    return { head, base, result, checks, ...this.#judge(pull, result, checks) };
  }

  async #merge(directory: string, ours: string, theirs: string) {
    const key = `${directory} ${ours} ${theirs}`;
    let result = this.#results.get(key);
    if (!result) {
      const base = await mergeBase(directory, ours, theirs);
      result = await mergeTrees(directory, { base, ours, theirs });
      this.#results.set(key, result);
    }
    return result;
  }

  #judge(
    pull: PullDocument,
    result: MergeResult,
    checks: Check[],
  ): Pick<MergeVerdict, 'state' | 'reason'> {
    if (pull.draft) {
      return { state: 'draft', reason: 'Pull Request is still a draft' };
    }
    if (result.conflicts) {
      return { state: 'dirty', reason: 'Pull Request is not mergeable' };
    }
    const reason = this.#missing(pull, checks);
    if (reason) {
      return { state: 'blocked', reason };
    }
    const unstable = checks.some(({ state }) =>
      ['pending', 'failure'].includes(state),
    );
    return { state: unstable ? 'unstable' : 'clean' };
  }

  /** What the rules of the base branch still ask for, in GitHub's words. */
  #missing(pull: PullDocument, checks: Check[]): string | undefined {
    const { repository, number, base } = pull;
    const rules = findProtection(this.#world.store, repository, base.branch);
    for (const required of rules?.requiredChecks ?? []) {
      const check = checks.find(({ name }) => name === required);
      if (!check) return `Required status check "${required}" is expected.`;
      if (check.state === 'pending') {
        return `Required status check "${required}" is pending.`;
      }
      if (check.state === 'failure') {
        return `Required status check "${required}" is failing.`;
      }
    }
    const reviews = this.#world.store.listByPrefix<ReviewDocument>(
      'review',
      `${repository}/${padded(number)}/`,
    );
    const latest = new Map(reviews.map(review => [review.author, review]));
    const approvals = [...latest.values()].filter(
      ({ state }) => state === 'APPROVED',
    ).length;
    const wanted = rules?.requiredApprovals ?? 0;
    if (approvals < wanted) {
      return `At least ${wanted} approving review${wanted > 1 ? 's are' : ' is'} required by reviewers with write access.`;
    }
    return undefined;
  }
}
