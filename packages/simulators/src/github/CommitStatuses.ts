import type { DocumentStore, World } from '../world/types';
import { padded, type StatusDocument } from './documents';

const KIND = 'commit-status';

/** What a status says; the rest is filled in. */
type StatusContent = Pick<
  StatusDocument,
  'context' | 'state' | 'description' | 'targetUrl'
>;

/** The statuses that were set on commits. */
export class CommitStatuses {
  readonly #store: DocumentStore;
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
    this.#store = world.store;
  }

  add(
    repository: string,
    sha: string,
    content: StatusContent,
    creator: string,
  ): StatusDocument {
    const status: StatusDocument = {
      ...content,
      id: this.#store.next('commit-status'),
      sha,
      creator,
      createdAt: this.#world.clock.now().toISOString(),
    };
    const id = `${repository}/${sha}/${padded(status.id)}`;
    this.#store.put(KIND, id, status);
    return status;
  }

  /** Newest first. */
  list(repository: string, sha: string): StatusDocument[] {
    return this.#store
      .listByPrefix<StatusDocument>(KIND, `${repository}/${sha}/`)
      .reverse();
  }

  /** The newest of each context, in order of the contexts. */
  latest(repository: string, sha: string): StatusDocument[] {
    const byContext = new Map<string, StatusDocument>();
    for (const status of this.list(repository, sha).reverse()) {
      byContext.set(status.context, status);
    }
    return [...byContext.values()].sort((one, other) =>
      one.context.localeCompare(other.context),
    );
  }
}

/** GitHub's combined state: pending as long as nothing was announced. */
export function combinedState(
  statuses: readonly StatusDocument[],
): 'pending' | 'success' | 'failure' {
  const has = (...states: string[]) =>
    statuses.some(({ state }) => states.includes(state));
  if (has('failure', 'error')) return 'failure';
  return has('pending') || statuses.length === 0 ? 'pending' : 'success';
}
