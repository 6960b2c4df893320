import { ConflictError } from '@backstage/errors';
import { serialize } from '../../git/serialize';
import type { World } from '../../world/types';
import { ApiError } from '../ApiError';
import type { MergeMethod, PullDocument } from '../documents';
import { moveBranch } from '../moveBranch';
import type { Mergeability } from './Mergeability';
import type { PullRequests } from './PullRequests';
import { writeMergeCommit } from './writeMergeCommit';

/** How to merge; `sha` is what the caller believes the head to be. */
interface MergeRequest {
  method?: MergeMethod;
  sha?: string;
  title?: string;
  message?: string;
  by: string;
}

/** Merges pull requests, one at a time in each repository. */
export class PullMerger {
  readonly #world: World;
  readonly #pulls: PullRequests;
  readonly #mergeability: Mergeability;

  constructor(world: World, pulls: PullRequests, mergeability: Mergeability) {
    this.#world = world;
    this.#pulls = pulls;
    this.#mergeability = mergeability;
  }

  /**
   * Merges and answers the SHA that the base branch has now.
   * @throws ApiError 405 when it cannot be merged, 409 when a branch moved meanwhile
   */
  async merge(
    repository: string,
    number: number,
    request: MergeRequest,
  ): Promise<string> {
    return serialize(`merge ${repository}`, async () => {
      const pull = this.#pulls.require(repository, number);
      if (pull.state === 'closed') {
        throw new ApiError(405, 'Pull Request is not mergeable');
      }
      const verdict = await this.#mergeability.check(pull);
      const { head, base, result, reason } = verdict;
      if (request.sha !== undefined && request.sha !== head) {
        throw new ApiError(
          409,
          'Head branch was modified. Review and try the merge again.',
        );
      }
      if (reason || !result.tree) {
        throw new ApiError(405, reason ?? 'Pull Request is not mergeable');
      }
      const commit = await writeMergeCommit({
        directory: this.#world.repositories.directory(repository),
        ...{ pull, head, base, tree: result.tree },
        method: request.method ?? 'merge',
        by: request.by,
        date: this.#world.clock.now(),
        title: request.title,
        message: request.message,
      });
      await this.#move(
        pull,
        { head, base },
        {
          commit,
          by: request.by,
        },
      );
      return commit;
    });
  }

  /** Marks as merged what a killed process had moved the base branch for. */
  async finishInterrupted(repository: string, number: number): Promise<void> {
    await serialize(`merge ${repository}`, async () => {
      const pull = this.#pulls.require(repository, number);
      if (pull.state !== 'open' || !pull.merging) {
        return;
      }
      const moved = await this.#world.repositories.isAncestor(
        repository,
        pull.merging.commit,
        `refs/heads/${pull.base.branch}`,
      );
      if (moved) this.#markMerged(pull, pull.merging);
      else this.#pulls.save(pull, { merging: undefined });
    });
  }

  async #move(
    pull: PullDocument,
    shas: { head: string; base: string },
    merging: { commit: string; by: string },
  ): Promise<void> {
    const { repository, base } = pull;
    const marked = this.#pulls.save(pull, {
      merging,
      head: { ...pull.head, sha: shas.head },
      base: { ...base, sha: shas.base },
    });
    try {
      await moveBranch(
        this.#world,
        {
          ...{ repository, branch: base.branch },
          ...{ before: shas.base, after: merging.commit },
        },
        () => this.#markMerged(marked, merging),
      );
    } catch (error) {
      this.#pulls.save(marked, { merging: undefined });
      if (error instanceof ConflictError) {
        throw new ApiError(
          405,
          'Base branch was modified. Review and try the merge again.',
        );
      }
      throw error;
    }
  }

  #markMerged(pull: PullDocument, merging: { commit: string; by: string }) {
    const now = this.#world.clock.now().toISOString();
    this.#pulls.save(
      pull,
      {
        state: 'closed',
        closedAt: now,
        mergedAt: now,
        mergedBy: merging.by,
        mergeCommit: merging.commit,
        merging: undefined,
      },
      'merged',
    );
  }
}
