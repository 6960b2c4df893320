import type { World, WorldEventMap } from '../../world/types';
import { mergeBase } from '../../git/commits';
import { resolveRevision } from '../../git/revisions';
import { ApiError } from '../ApiError';
import { padded, type PullDocument } from '../documents';

const KIND = 'pull';
/** At normal pace: how long auto-merge waits for the first check of a new head to be announced. */
const QUIET_SECONDS = 5;

/** A pull request to open. Branches are names in the same repository. */
interface NewPull {
  repository: string;
  title: string;
  body: string;
  head: string;
  base: string;
  author: string;
  draft?: boolean;
}

/** The pull requests of all repositories. */
export class PullRequests {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  get(repository: string, number: number): PullDocument | undefined {
    return this.#world.store.get<PullDocument>(KIND, idOf(repository, number));
  }

  /** @throws ApiError 404 */
  require(repository: string, number: number): PullDocument {
    const pull = Number.isInteger(number) && this.get(repository, number);
    if (!pull) throw ApiError.notFound();
    return pull;
  }

  /** In order of their numbers. */
  list(repository: string): PullDocument[] {
    return this.#world.store.listByPrefix<PullDocument>(KIND, `${repository}/`);
  }

  listOpen(repository: string): PullDocument[] {
    return this.list(repository).filter(({ state }) => state === 'open');
  }

  /**
   * Stores a change of a pull request, on top of what is stored by now, and tells the world what happened to it, when
   * something did.
   */
  save(
    pull: PullDocument,
    changes: Partial<PullDocument>,
    action?: WorldEventMap['pull']['action'],
  ): PullDocument {
    const { store, events } = this.#world;
    const { repository, number } = pull;
    const current = this.get(repository, number) ?? pull;
    const changed = { ...current, ...changes, updatedAt: this.#now() };
    store.put(KIND, idOf(repository, number), changed);
    if (action) {
      events.emit('pull', { repository, number, action });
    }
    return changed;
  }

  /** @throws ApiError 422 as GitHub does: no such branch, nothing to merge, or already open */
  async open(options: NewPull): Promise<PullDocument> {
    const { repository, title, body, author, draft = false } = options;
    const { head, base } = await this.#resolveSides(options);
    const same = this.listOpen(repository).some(
      pull =>
        pull.head.branch === head.branch && pull.base.branch === base.branch,
    );
    if (same) {
      throw new ApiError(422, 'Validation Failed', [
        {
          resource: 'PullRequest',
          code: 'custom',
          message: `A pull request already exists for ${options.head}.`,
        },
      ]);
    }
    const pull: PullDocument = {
      ...{ repository, title, body, head, base, author, draft },
      number: this.#world.store.next(`pull/${repository}`),
      state: 'open',
      createdAt: this.#now(),
      updatedAt: this.#now(),
      quietUntil: this.quietUntil(),
      labels: [],
      assignees: [],
      reviewers: [],
      teamReviewers: [],
    };
    return this.save(pull, {}, 'opened');
  }

  close(pull: PullDocument): PullDocument {
    const closed = { state: 'closed' as const, closedAt: this.#now() };
    return this.save(pull, { ...closed, autoMerge: undefined }, 'closed');
  }

  /** @throws ApiError 422 when the branch is gone */
  async reopen(pull: PullDocument): Promise<PullDocument> {
    const { repository } = pull;
    const { head, base } = await this.#resolveSides({
      repository,
      head: pull.head.branch,
      base: pull.base.branch,
    });
    return this.save(
      pull,
      { state: 'open', closedAt: undefined, head, base },
      'reopened',
    );
  }

  /** When auto-merge may act although no check was announced. */
  quietUntil(): string {
    return this.#world.clock.after(QUIET_SECONDS);
  }

  async #resolveSides(pull: Pick<NewPull, 'repository' | 'head' | 'base'>) {
    const directory = this.#world.repositories.directory(pull.repository);
    const [head, base] = await Promise.all(
      [pull.head, pull.base].map(branch =>
        resolveRevision(directory, `refs/heads/${branch}`),
      ),
    );
    if (!head) throw ApiError.invalid('PullRequest', 'head');
    if (!base) throw ApiError.invalid('PullRequest', 'base');
    const common = await mergeBase(directory, base, head);
    if (!common || common === head) {
      const message = common
        ? `No commits between ${pull.base} and ${pull.head}`
        : `The ${pull.head} branch has no history in common with ${pull.base}`;
      throw new ApiError(422, 'Validation Failed', [
        { resource: 'PullRequest', code: 'custom', message },
      ]);
    }
    return {
      head: { branch: pull.head, sha: head },
      base: { branch: pull.base, sha: base },
    };
  }

  #now(): string {
    return this.#world.clock.now().toISOString();
  }
}

function idOf(repository: string, number: number): string {
  return `${repository}/${padded(number)}`;
}
