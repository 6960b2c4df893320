import { ServiceUnavailableError } from '@backstage/errors';
import type {
  BranchSnapshot,
  RepositoryTree,
} from '@shopstack/plugin-golden-path-common';
import { UpstreamError } from '@shopstack/plugin-kit-node';
import type {
  ForgeBranch,
  ForgeOptions,
  ForgeRepository,
  GitForge,
} from '../forge/GitForge';

/** Trees kept: the newest of each repository's branches, and the ones before for who is just looking at them. */
const KEPT_TREES = 8;

/** Reads branches with their trees. A commit never changes, so its tree is read once and kept for a while. */
export class TreeReader {
  readonly #forge: GitForge;
  readonly #trees = new Map<string, Promise<RepositoryTree>>();

  constructor(forge: GitForge) {
    this.#forge = forge;
  }

  /**
   * The branch as it is now, or undefined when there is none.
   *
   * @throws ServiceUnavailableError naming the repository when the forge does not answer for it.
   */
  async read(
    repository: ForgeRepository,
    branch: string | undefined,
    options: ForgeOptions,
  ): Promise<(BranchSnapshot & ForgeBranch) | undefined> {
    try {
      const found = await this.#forge.readBranch(repository, branch, options);
      if (!found) {
        return undefined;
      }
      return {
        ...found,
        tree: await this.#tree(repository, found.commit, options),
      };
    } catch (error) {
      throw unavailable(repository, error);
    }
  }

  #tree(
    repository: ForgeRepository,
    commit: string,
    options: ForgeOptions,
  ): Promise<RepositoryTree> {
    const key = `${repository.owner}/${repository.name}@${commit}`;
    const kept = this.#trees.get(key);
    if (kept) {
      return kept;
    }
    // Whoever asks next shares the answer, so one caller's signal must not end it for the others.
    const reading = this.#forge.readTree(repository, commit);
    this.#trees.set(key, reading);
    reading.catch(() => this.#trees.delete(key));
    for (const old of [...this.#trees.keys()].slice(0, -KEPT_TREES)) {
      this.#trees.delete(old);
    }
    return abortable(reading, options.signal);
  }
}

/** What a fault of the forge means for who asked: the portal works, but it cannot know this now. */
export function unavailable(
  repository: ForgeRepository,
  error: unknown,
): unknown {
  return error instanceof UpstreamError
    ? new ServiceUnavailableError(
        `${repository.owner}/${repository.name}: ${error.message}`,
        error,
      )
    : error;
}

function abortable<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) {
    return work;
  }
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) {
      abort();
    }
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', abort);
    });
  });
}
