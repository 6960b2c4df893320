import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { LRUCache } from 'lru-cache';
import {
  commitId,
  type CommitName,
  type RevisionStore,
} from '../store/RevisionStore';
import type { CommitStory } from './InstanceReader';

/** For how long a revision that could not be read is left alone: it costs Argo CD a checkout. */
const REST_MS = 5 * 60_000;

/** A few hundred bytes each. */
const MOST_IN_MEMORY = 5_000;

/** A commit whose story is wanted, and how it is read. */
export interface WantedStory extends CommitName {
  read(): Promise<CommitStory>;
}

export interface CommitStoriesOptions {
  store: RevisionStore;
  logger: LoggerService;
  now?: () => Date;
}

/** A commit never changes, so what is known of one is kept for ever, for all instances and applications. */
export class CommitStories {
  readonly #options: CommitStoriesOptions;
  readonly #now: () => Date;
  readonly #known = new LRUCache<string, CommitStory>({ max: MOST_IN_MEMORY });
  readonly #reads = new Map<string, Promise<void>>();
  /** Until when a commit is not asked for again, in milliseconds. */
  readonly #resting = new LRUCache<string, number>({ max: MOST_IN_MEMORY });

  constructor(options: CommitStoriesOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  /**
   * What is known now, by `commitId`. What is not is read in the background, each commit once however many want it;
   * `onNews` is called for every one that came. One that fails rests and is told without its story.
   */
  async tell(
    wanted: WantedStory[],
    onNews: () => void,
  ): Promise<Map<string, CommitStory>> {
    const byId = new Map(wanted.map(each => [commitId(each), each]));
    const told = new Map<string, CommitStory>();
    const missing = [...byId.keys()].filter(id => !this.#recall(id, told));
    const kept = await this.#options.store.get(
      missing.filter(id => !this.#isResting(id)),
    );
    for (const [id, { story, attemptedAt }] of kept) {
      if (story) {
        this.#known.set(id, story);
        told.set(id, story);
      } else {
        this.#resting.set(id, attemptedAt.getTime() + REST_MS);
      }
    }
    for (const id of missing) {
      if (!told.has(id) && !this.#isResting(id)) {
        this.#read(id, byId.get(id)!).then(
          () => this.#known.has(id) && onNews(),
        );
      }
    }
    return told;
  }

  #recall(id: string, told: Map<string, CommitStory>): boolean {
    const story = this.#known.get(id);
    if (story) {
      told.set(id, story);
    }
    return story !== undefined;
  }

  #isResting(id: string): boolean {
    return (this.#resting.get(id) ?? 0) > this.#now().getTime();
  }

  #read(id: string, commit: WantedStory): Promise<void> {
    let read = this.#reads.get(id);
    if (!read) {
      read = this.#readOnce(id, commit).finally(() => this.#reads.delete(id));
      this.#reads.set(id, read);
    }
    return read;
  }

  async #readOnce(id: string, commit: WantedStory): Promise<void> {
    const { store, logger } = this.#options;
    const at = this.#now();
    let story: CommitStory | undefined;
    try {
      story = await commit.read();
      this.#known.set(id, story);
    } catch (error) {
      this.#resting.set(id, at.getTime() + REST_MS);
      logger.warn(
        `Argo CD does not tell who wrote ${commit.sha}: ${stringifyError(error)}`,
      );
    }
    try {
      await store.put(commit, story, at);
    } catch (error) {
      logger.error(
        `Could not keep who wrote ${commit.sha}: ${stringifyError(error)}`,
      );
    }
  }
}
