import { serialize } from '../../git/serialize';
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
  /** Branches that were announced since the start: nothing of them is missing. */
  readonly #heard = new Set<string>();
  readonly #world: World;
  readonly #pulls: PullRequests;
  readonly #merger: PullMerger;

  constructor(world: World, pulls: PullRequests, merger: PullMerger) {
    this.#world = world;
    this.#pulls = pulls;
    this.#merger = merger;
  }

  /** Notes at once that a push was told. */
  hear({ repository, branch }: Push): void {
    this.#heard.add(`${repository}/${branch}`);
  }

  /** Takes a push over to the pull requests. */
  async follow({ repository, branch, after }: Push): Promise<void> {
    for (const pull of this.#pulls.listOpen(repository)) {
      if (pull.merging) continue;
      if (pull.head.branch === branch) this.#followHead(pull, after);
      else if (pull.base.branch === branch) await this.#followBase(pull);
    }
  }

  /** Notes for the next start that everybody was told of a push. */
  remember({ repository, branch, after: sha }: Push): void {
    const id = `${repository}/${branch}`;
    if (sha) {
      this.#world.store.put<AnnouncedBranch>(KIND, id, {
        repository,
        branch,
        sha,
      });
    } else {
      this.#world.store.delete(KIND, id);
    }
  }

  /** A step of the world: at the first call, catches up with what a killed process left. */
  async recover(): Promise<void> {
    if (this.#recovered) return;
    for (const repository of await this.#world.repositories.names()) {
      for (const pull of this.#pulls.listOpen(repository)) {
        await this.#merger.finishInterrupted(repository, pull.number);
      }
      await this.#announceMissed(repository);
    }
    this.#recovered = true;
  }

  #followHead(pull: PullDocument, sha: string | undefined): void {
    if (!sha) {
      this.#pulls.close(pull);
    } else if (sha !== pull.head.sha) {
      const head = { ...pull.head, sha };
      const quietUntil = this.#pulls.quietUntil();
      this.#pulls.save(pull, { head, quietUntil }, 'synchronize');
    }
  }

  /** As GitHub: a pull request whose commits reached the base another way counts as merged. */
  async #followBase(pull: PullDocument): Promise<void> {
    const { repository, base, head } = pull;
    const reached = await this.#world.repositories.isAncestor(
      repository,
      head.sha,
      `refs/heads/${base.branch}`,
    );
    const current = this.#pulls.get(repository, pull.number);
    if (!reached || current?.state !== 'open' || current.merging) return;
    const now = this.#world.clock.now().toISOString();
    this.#pulls.save(
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
    const { store, events, repositories } = this.#world;
    const known = store.listByPrefix<AnnouncedBranch>(KIND, `${repository}/`);
    const before = new Map(known.map(({ branch, sha }) => [branch, sha]));
    // Not between the move of a branch and its event.
    const branches = await serialize(repositories.directory(repository), () =>
      repositories.branches(repository),
    );
    const after = new Map(branches.map(({ name, sha }) => [name, sha]));
    for (const branch of new Set([...before.keys(), ...after.keys()])) {
      const move = {
        before: before.get(branch),
        after: after.get(branch),
      };
      if (this.#heard.has(`${repository}/${branch}`)) continue;
      if (known.length === 0) {
        // Nothing was ever told of this repository: it was prepared before anybody listened.
        this.remember({ repository, branch, after: move.after });
      } else if (move.before !== move.after) {
        events.emit('push', { repository, branch, ...move });
      }
    }
  }
}
