import type { PullDocument } from '../../github/documents';
import type { World } from '../../world/types';
import type { PendingPull, PendingPush, SeenBranch } from './types';

const SEEN_BRANCH = 'seen-branch';
const SEEN_PULL = 'seen-pull';
const PUSH = 'pending-push';
const PULL = 'pending-pull';

/** A change that cannot be reacted to so often is given up, with a line in the log. */
const MAX_ATTEMPTS = 5;

type ChangeHandler<T> = (change: T, finish: () => void) => Promise<void>;

/**
 * Pushes and pull requests that wait for the world's reaction. An event is only the quick way to notice: what is noticed is a
 * document, and `catchUp` finds what moved while nobody listened, so that a killed process loses nothing.
 */
export class ChangeQueue {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** Notices what happens from now on. */
  listen(): void {
    this.#world.events.on('push', event => this.#notice(event));
    this.#world.events.on('pull', ({ repository, number }) =>
      this.#noticePull(repository, number),
    );
  }

  /** Notices what happened since the last start. */
  async catchUp(): Promise<void> {
    const { repositories, store } = this.#world;
    for (const repository of await repositories.names()) {
      const branches = await repositories.branches(repository);
      for (const { name, sha } of branches) {
        this.#notice({ repository, branch: name, after: sha });
      }
      const there = new Set(branches.map(({ name }) => name));
      for (const { branch } of this.#seenBranches(repository)) {
        if (!there.has(branch)) {
          this.#notice({ repository, branch });
        }
      }
    }
    for (const { repository, number } of store.list<PullDocument>('pull')) {
      this.#noticePull(repository, number);
    }
  }

  /** Takes the present state as known, without a reaction to it. */
  async adopt(): Promise<void> {
    const { repositories, store } = this.#world;
    for (const repository of await repositories.names()) {
      for (const { name, sha } of await repositories.branches(repository)) {
        const seen: SeenBranch = { repository, branch: name, sha };
        store.put(SEEN_BRANCH, `${repository}/${name}`, seen);
      }
    }
  }

  /**
   * Hands every waiting push and pull request to its handler, oldest first; one whose handler failed stays for the next round.
   * A handler may call `finish` in a transaction of its own; otherwise the change is done when the handler returns.
   */
  async drain(handlers: {
    push: ChangeHandler<PendingPush>;
    pull: ChangeHandler<PendingPull>;
  }): Promise<void> {
    await this.#drain<PendingPush>(PUSH, handlers.push);
    await this.#drain<PendingPull>(PULL, handlers.pull);
  }

  async #drain<T extends { id: string; attempts: number }>(
    kind: string,
    handle: ChangeHandler<T>,
  ) {
    const { store, log } = this.#world;
    for (const change of store.list<T>(kind)) {
      try {
        const finish = () => store.delete(kind, change.id);
        await handle(change, finish);
        finish();
      } catch (error) {
        const attempts = change.attempts + 1;
        if (attempts >= MAX_ATTEMPTS) {
          log(`gave up on ${kind} ${JSON.stringify(change)}`);
          store.delete(kind, change.id);
        } else {
          store.put(kind, change.id, { ...change, attempts });
        }
        throw error;
      }
    }
  }

  #notice(change: Pick<PendingPush, 'repository' | 'branch' | 'after'>) {
    const { store } = this.#world;
    const { repository, branch, after } = change;
    const key = `${repository}/${branch}`;
    store.transaction(() => {
      const before = store.get<SeenBranch>(SEEN_BRANCH, key)?.sha;
      if (before === after) {
        return;
      }
      if (after) {
        store.put(SEEN_BRANCH, key, { repository, branch, sha: after });
      } else {
        store.delete(SEEN_BRANCH, key);
      }
      const id = this.#nextId();
      const push: PendingPush = {
        id,
        repository,
        branch,
        before,
        after,
        attempts: 0,
      };
      store.put(PUSH, id, push);
    });
  }

  #noticePull(repository: string, number: number) {
    const { store } = this.#world;
    const key = `${repository}/${String(number).padStart(10, '0')}`;
    const pull = store.get<PullDocument>('pull', key);
    const seen = store.get<{ sha: string }>(SEEN_PULL, key);
    if (pull?.state !== 'open' || pull.head.sha === seen?.sha) {
      return;
    }
    store.transaction(() => {
      store.put(SEEN_PULL, key, { sha: pull.head.sha });
      const id = this.#nextId();
      const pending: PendingPull = { id, repository, number, attempts: 0 };
      store.put(PULL, id, pending);
    });
  }

  #seenBranches(repository: string) {
    return this.#world.store.listByPrefix<SeenBranch>(
      SEEN_BRANCH,
      `${repository}/`,
    );
  }

  #nextId() {
    return String(this.#world.store.next('change')).padStart(12, '0');
  }
}
