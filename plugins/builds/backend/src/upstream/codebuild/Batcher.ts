import { currentLane, runInBackground } from '@shopstack/plugin-kit-node';
import { allocate } from './allocate';

/** BatchGetBuilds, BatchGetProjects and BatchGetReports take at most 100 names (API reference). */
export const BATCH_SIZE = 100;

/** How long the first of a batch waits for the others at most: people little, the background as long as it takes. */
const LINGER_MS = { viewer: 1_500, background: 5_000 };

/** What somebody wants of a batch, the most wanted first. */
export interface BatchWish {
  ids: string[];
  /** So many of the first are read in any case; the others when there is room. */
  must: number;
}

export interface BatchAnswer<T> {
  /** What was asked for: the first of the ids. */
  asked: ReadonlySet<string>;
  found: ReadonlyMap<string, T>;
}

interface Waiting<T> extends BatchWish {
  resolve(answer: BatchAnswer<T>): void;
  reject(error: unknown): void;
}

/** A place in the next batch: taken once, or left. */
export interface BatchTicket<T> {
  take(wish: BatchWish): Promise<BatchAnswer<T>>;
  leave(): void;
}

/** Those who wait for the next batch on behalf of people, or of nobody. */
class Lane<T> {
  /** Who is announced and has not come yet. */
  readonly announced = new Set<string>();
  /** How often each of those who are on their way has come. */
  readonly #joined = new Map<string, number>();
  #waiting: Waiting<T>[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly lingerMs: number,
    private readonly send: (batch: Waiting<T>[]) => void,
  ) {}

  announce(name: string): void {
    if (!this.#joined.has(name)) {
      this.announced.add(name);
    }
  }

  enter(name: string): void {
    this.announced.delete(name);
    this.#joined.set(name, (this.#joined.get(name) ?? 0) + 1);
  }

  wait(waiting: Waiting<T>): void {
    this.#waiting.push(waiting);
    this.#timer ??= setTimeout(() => this.#close(), this.lingerMs);
  }

  exit(name: string): void {
    const left = (this.#joined.get(name) ?? 1) - 1;
    if (left > 0) {
      this.#joined.set(name, left);
    } else {
      this.#joined.delete(name);
    }
    // Those who come in the same moment belong to the same batch.
    setImmediate(() => this.closeWhenComplete());
  }

  closeWhenComplete(): void {
    const expected = this.#joined.size + this.announced.size;
    if (expected === 0 && this.#waiting.length > 0) {
      this.#close();
    }
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const batch = this.#waiting;
    this.#waiting = [];
    this.send(batch);
  }
}

/**
 * Joins what several projects want into as few calls as possible. Who means to want something joins before it knows
 * what, and may be announced before that; a batch goes out when all of them know, or the first has waited long enough.
 */
export class Batcher<T> {
  readonly #load: (ids: string[]) => Promise<ReadonlyMap<string, T>>;
  readonly #lanes = {
    viewer: new Lane<T>(LINGER_MS.viewer, batch => this.#send(batch)),
    background: new Lane<T>(LINGER_MS.background, batch =>
      runInBackground(() => this.#send(batch)),
    ),
  };

  constructor(load: (ids: string[]) => Promise<ReadonlyMap<string, T>>) {
    this.#load = load;
  }

  /**
   * Says that somebody is about to join, so that those who come first wait for it.
   *
   * @returns takes it back, in case nobody comes.
   */
  announce(name: string): () => void {
    const lane = this.#lanes[currentLane()];
    lane.announce(name);
    return () => {
      if (lane.announced.delete(name)) {
        lane.closeWhenComplete();
      }
    };
  }

  join(name: string): BatchTicket<T> {
    const lane = this.#lanes[currentLane()];
    let open = true;
    lane.enter(name);
    const leave = () => {
      if (open) {
        open = false;
        lane.exit(name);
      }
    };
    return {
      leave,
      take: wish =>
        new Promise((resolve, reject) => {
          lane.wait({ ...wish, resolve, reject });
          leave();
        }),
    };
  }

  async #send(batch: Waiting<T>[]): Promise<void> {
    const counts = allocate(batch, BATCH_SIZE);
    const asked = batch.map(({ ids }, index) => ids.slice(0, counts[index]));
    const all = [...new Set(asked.flat())];
    const chunks: string[][] = [];
    for (let start = 0; start < all.length; start += BATCH_SIZE) {
      chunks.push(all.slice(start, start + BATCH_SIZE));
    }
    const loads = await Promise.allSettled(chunks.map(ids => this.#load(ids)));
    for (const [index, { resolve, reject }] of batch.entries()) {
      const ids = new Set(asked[index]);
      const parts = loads.filter((_load, chunk) =>
        chunks[chunk].some(id => ids.has(id)),
      );
      const failed = parts.find(part => part.status === 'rejected');
      if (failed) {
        reject(failed.reason);
      } else {
        const found = parts.flatMap(part =>
          part.status === 'fulfilled' ? [...part.value] : [],
        );
        const own = found.filter(([id]) => ids.has(id));
        resolve({ asked: ids, found: new Map(own) });
      }
    }
  }
}
