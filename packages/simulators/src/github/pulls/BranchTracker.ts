import type { World, WorldEventMap } from '../../world/types';
import type { PullDocument } from '../documents';
import type { PullMerger } from './PullMerger';
import type { PullRequests } from './PullRequests';

type Push = WorldEventMap['push'];

/** The newest commit of a branch that was told to the world; id `<repository>/<branch>`. */
interface AnnouncedBranch {
  repository: string;
  branch: string;
  sha: string;
}

const KIND = 'announced-branch';

/**
 * Keeps pull requests in step with their branches, and tells at the next start what a killed process did not come to
 * tell: a push is announced at least once.
 */
export class BranchTracker {
  #recovered = false;

  constructor(
    private readonly world: World,
    private readonly pulls: PullRequests,
    private readonly merger: PullMerger,
  ) {}

  /** Handles a push. */
  async follow({ repository, branch, after }: Push): Promise<void> {
    for (const pull of this.pulls.listOpen(repository)) {
      if (pull.merging) continue;
      if (pull.head.branch === branch) this.#followHead(pull, after);
      else if (pull.base.branch === branch) await this.#followBase(pull);
    }
    this.#remember(repository, branch, after);
  }

  /** A step of the world: at the first call, catches up with what a killed process left. */
  async recover(): Promise<void> {
    if (this.#recovered) return;
    for (const repository of await this.world.repositories.names()) {
      for (const pull of this.pulls.listOpen(repository)) {
        await this.merger.finishInterrupted(pull);
      }
      await this.#announceMissed(repository);
    }
    this.#recovered = true;
  }

  #followHead(pull: PullDocument, sha: string | undefined): void {
    if (!sha) {
      this.pulls.close(pull);
    } else if (sha !== pull.head.sha) {
      const head = { ...pull.head, sha };
      const quietUntil = this.pulls.quietUntil();
      this.pulls.save(pull, { head, quietUntil }, 'synchronize');
    }
  }

  /** As GitHub: a pull request whose commits reached the base another way counts as merged. */
  async #followBase(pull: PullDocument): Promise<void> {
    const { repository, base, head } = pull;
    const reached = await this.world.repositories.isAncestor(
      repository,
      head.sha,
      `refs/heads/${base.branch}`,
    );
    const current = this.pulls.get(repository, pull.number);
    if (!reached || current?.state !== 'open' || current.merging) return;
    const now = this.world.clock.now().toISOString();
    this.pulls.save(
      current,
      {
        state: 'closed',
        closedAt: now,
        mergedAt: now,
        mergedBy: current.author,
        mergeCommit: head.sha,
      },
      'merged',
    );
  }

  async #announceMissed(repository: string): Promise<void> {
    const { store, events, repositories } = this.world;
    const known = store.listByPrefix<AnnouncedBranch>(KIND, `${repository}/`);
    const before = new Map(known.map(({ branch, sha }) => [branch, sha]));
    const branches = await repositories.branches(repository);
    const after = new Map(branches.map(({ name, sha }) => [name, sha]));
    for (const branch of new Set([...before.keys(), ...after.keys()])) {
      const move = {
        before: before.get(branch),
        after: after.get(branch),
      };
      if (known.length === 0) {
        // Nothing was ever told of this repository: it was prepared before anybody listened.
        this.#remember(repository, branch, move.after);
      } else if (move.before !== move.after) {
        events.emit('push', { repository, branch, ...move });
      }
    }
  }

  #remember(repository: string, branch: string, sha: string | undefined) {
    const id = `${repository}/${branch}`;
    if (sha) {
      this.world.store.put<AnnouncedBranch>(KIND, id, {
        repository,
        branch,
        sha,
      });
    } else {
      this.world.store.delete(KIND, id);
    }
  }
}
