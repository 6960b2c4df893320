import type { World } from '../../world/types';
import { FORGE_BOT } from '../authentication';
import { ApiError } from '../ApiError';
import type { MergeMethod, PullDocument } from '../documents';
import type { Mergeability } from './Mergeability';
import type { PullMerger } from './PullMerger';
import type { PullRequests } from './PullRequests';

/** Merges the pull requests with auto-merge, once their checks succeeded. */
export class AutoMerger {
  constructor(
    private readonly world: World,
    private readonly pulls: PullRequests,
    private readonly mergeability: Mergeability,
    private readonly merger: PullMerger,
  ) {}

  /** @throws ApiError 422 for a closed pull request */
  enable(
    pull: PullDocument,
    method: MergeMethod = 'merge',
    enabledBy: string = FORGE_BOT.login,
  ): PullDocument {
    if (pull.state === 'closed') {
      throw new ApiError(422, 'Pull request is closed');
    }
    return this.pulls.save(pull, { autoMerge: { method, enabledBy } });
  }

  /** A step of the world: merges what is due. */
  async step(): Promise<void> {
    for (const pull of this.world.store.list<PullDocument>('pull')) {
      if (pull.state === 'open' && pull.autoMerge && (await this.#due(pull))) {
        await this.#merge(pull);
      }
    }
  }

  async #due(pull: PullDocument): Promise<boolean> {
    const { checks, reason } = await this.mergeability.check(pull);
    if (reason) {
      return false;
    }
    if (checks.length === 0) {
      return pull.quietUntil <= this.world.clock.now().toISOString();
    }
    return (
      checks.every(({ state }) => ['success', 'neutral'].includes(state)) &&
      checks.some(({ state }) => state === 'success')
    );
  }

  async #merge({ repository, number, autoMerge }: PullDocument) {
    try {
      await this.merger.merge(repository, number, {
        method: autoMerge?.method,
        by: FORGE_BOT.login,
      });
    } catch (error) {
      // Somebody merged, closed or pushed meanwhile; the next step sees how things are then.
      if (!(error instanceof ApiError)) throw error;
    }
  }
}
