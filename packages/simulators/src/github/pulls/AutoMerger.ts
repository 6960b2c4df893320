import type { World } from '../../world/types';
import { FORGE_BOT } from '../authentication';
import { ApiError } from '../ApiError';
import type { CommitStatuses } from '../CommitStatuses';
import type { MergeMethod, PullDocument } from '../documents';
import { listChecks } from '../headChecks';
import type { WorkflowRuns } from '../WorkflowRuns';
import type { PullMerger } from './PullMerger';
import type { PullRequests } from './PullRequests';

/** Wall time until a merge that was refused is tried again, so that a conflict does not keep git busy. */
const PAUSE_MS = 2_000;

/** Merges the pull requests with auto-merge, once their checks succeeded. */
export class AutoMerger {
  readonly #world: World;
  readonly #pulls: PullRequests;
  readonly #merger: PullMerger;
  readonly #parts: { statuses: CommitStatuses; runs: WorkflowRuns };
  readonly #pausedUntil = new Map<string, number>();

  constructor(
    world: World,
    pulls: PullRequests,
    merger: PullMerger,
    parts: { statuses: CommitStatuses; runs: WorkflowRuns },
  ) {
    this.#world = world;
    this.#pulls = pulls;
    this.#merger = merger;
    this.#parts = parts;
  }

  /** @throws ApiError 422 for a closed pull request */
  enable(
    pull: PullDocument,
    method: MergeMethod = 'merge',
    enabledBy: string = FORGE_BOT.login,
  ): PullDocument {
    if (pull.state === 'closed') {
      throw new ApiError(422, 'Pull request is closed');
    }
    return this.#pulls.save(pull, { autoMerge: { method, enabledBy } });
  }

  /** A step of the world: merges what is due. */
  async step(): Promise<void> {
    for (const pull of this.#world.store.list<PullDocument>('pull')) {
      if (pull.state === 'open' && pull.autoMerge && this.#due(pull)) {
        await this.#merge(pull);
      }
    }
  }

  #due(pull: PullDocument): boolean {
    const { repository, number, head, quietUntil } = pull;
    if ((this.#pausedUntil.get(`${repository}/${number}`) ?? 0) > Date.now()) {
      return false;
    }
    const checks = listChecks(this.#parts, repository, head.sha);
    if (checks.length === 0) {
      return quietUntil <= this.#world.clock.now().toISOString();
    }
    return (
      checks.every(({ state }) => ['success', 'neutral'].includes(state)) &&
      checks.some(({ state }) => state === 'success')
    );
  }

  async #merge({ repository, number, head, autoMerge }: PullDocument) {
    try {
      await this.#merger.merge(repository, number, {
        method: autoMerge?.method,
        sha: head.sha,
        by: FORGE_BOT.login,
      });
    } catch (error) {
      // It conflicts, a rule asks for more, or somebody was quicker: the branches tell when looked at again.
      if (!(error instanceof ApiError)) throw error;
      const until = Date.now() + PAUSE_MS;
      this.#pausedUntil.set(`${repository}/${number}`, until);
    }
  }
}
