import { currentLane, runInBackground } from '@shopstack/plugin-kit-node';
import { allocate } from './allocate';

/** BatchGetBuilds, BatchGetProjects and BatchGetReports take at most 100 names (API reference). */
export const BATCH_SIZE = 100;

/** How long the first of a batch waits for the others: people little, the background as long as it takes. */
const LINGER_MS = { viewer: 250, background: 5_000 };

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
  joined = 0;
  waiting: Waiting<T>[] = [];
  timer: NodeJS.Timeout | undefined;

  close(): Waiting<T>[] {
    clearTimeout(this.timer);
    this.timer = undefined;
    const batch = this.waiting;
    this.waiting = [];
    return batch;
  }
}

/**
 * Joins what several projects want into as few calls as possible. Who means to want something joins before
 * it knows what; a batch goes out when all who joined know, or the first of them has waited long enough.
 */
export class Batcher<T> {
  readonly #load: (ids: string[]) => Promise<ReadonlyMap<string, T>>;
  readonly #gatherMs: number;
  readonly #lanes = { viewer: new Lane<T>(), background: new Lane<T>() };

  /** `gatherMs`: how long a batch stays open in any case, for those who join a moment later. */
  constructor(
    load: (ids: string[]) => Promise<ReadonlyMap<string, T>>,
    { gatherMs = 0 } = {},
  ) {
    this.#load = load;
    this.#gatherMs = gatherMs;
  }

  join(): BatchTicket<T> {
    const name = currentLane();
    const lane = this.#lanes[name];
    const flush = () => {
      const batch = lane.close();
      return name === 'background'
        ? runInBackground(() => this.#send(batch))
        : this.#send(batch);
    };
    let open = true;
    lane.joined += 1;
    const leave = () => {
      lane.joined -= open ? 1 : 0;
      open = false;
      if (lane.joined === 0 && lane.waiting.length > 0 && !this.#gatherMs) {
        flush();
      }
    };
    const patience = this.#gatherMs || LINGER_MS[name];
    return {
      leave,
      take: wish =>
        new Promise((resolve, reject) => {
          lane.waiting.push({ ...wish, resolve, reject });
          lane.timer ??= setTimeout(flush, patience);
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
