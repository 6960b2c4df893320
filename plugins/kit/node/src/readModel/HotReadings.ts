import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import type {
  KeptValue,
  KeySelection,
  ReadModel,
  Reading,
  ReadingState,
} from './ReadModel';

export interface HotReadingsOptions {
  readModel: ReadModel;
  /** What the copies may take, in bytes. Default 64 MiB. */
  maxBytes?: number;
  /**
   * For how long a copy is used without comparing it with the database, in milliseconds. Default 200: another replica
   * announces a change that long after it has written it, so whoever reads upon the announcement reads the change.
   */
  trustMs?: number;
}

interface Copy {
  reading: Reading<unknown>;
  comparedAt: number;
}

/** Parsed objects take about twice the characters of their JSON, and a reading a little of its own. */
const BYTES_PER_CHARACTER = 2;
const BYTES_PER_READING = 1_000;

const MEBIBYTE = 1024 * 1024;

/**
 * Copies in memory of the readings that are looked at, in front of the read model: a hot reading is neither read nor
 * parsed on each request, only its state is compared, for all readings of a request in one statement. The values are
 * shared by all who ask: they must not be changed.
 */
export class HotReadings {
  readonly #readModel: ReadModel;
  readonly #trustMs: number;
  readonly #copies: LRUCache<string, Copy>;
  readonly #fetches = new Map<string, Promise<Reading<unknown> | undefined>>();
  readonly #states: DataLoader<string, ReadingState | undefined>;

  constructor({ readModel, maxBytes, trustMs }: HotReadingsOptions) {
    this.#readModel = readModel;
    this.#trustMs = trustMs ?? 200;
    this.#copies = new LRUCache({
      maxSize: maxBytes ?? 64 * MEBIBYTE,
      sizeCalculation: ({ reading }, key) =>
        BYTES_PER_READING +
        ((reading.size ?? 0) + key.length) * BYTES_PER_CHARACTER,
    });
    this.#states = new DataLoader(keys => readModel.getStates(keys), {
      cache: false,
      // The readings of one answer are asked for in one go.
      batchScheduleFn: ask => Promise.resolve().then(ask),
    });
  }

  /** `compared` asks the database in any case, for what must not be decided on a copy. */
  async get<T>(
    key: string,
    { compared = false } = {},
  ): Promise<Reading<T> | undefined> {
    const copy = this.#copies.get(key);
    const isTrusted =
      copy && performance.now() - copy.comparedAt < this.#trustMs;
    const reading =
      isTrusted && !compared ? copy.reading : await this.#fetchOnce(key);
    return reading as Reading<T> | undefined;
  }

  async recordSuccess<T>(
    key: string,
    value: T,
    at: Date,
  ): Promise<KeptValue & { reading: Reading<T> }> {
    const kept = await this.#readModel.recordSuccess(key, value, at);
    const reading = { ...kept, value, goodAt: at, attemptedAt: at };
    this.#keep(key, reading);
    return { ...kept, reading };
  }

  async recordFailure(key: string, reason: string, at: Date): Promise<void> {
    await this.#readModel.recordFailure(key, reason, at);
    this.#distrust(key);
  }

  async expire(selection: KeySelection): Promise<void> {
    const isSelected =
      typeof selection === 'function'
        ? selection
        : (key: string) => selection.includes(key);
    await this.#readModel.expire(selection);
    const hot = [...this.#copies.keys()].filter(isSelected);
    if (typeof selection === 'function' && hot.length > 0) {
      // Long keys are not whole in the database, and here they are.
      await this.#readModel.expire(hot);
    }
    hot.forEach(key => this.#distrust(key));
  }

  /** A hundred who ask at once for a reading that is not hot cost one statement. */
  #fetchOnce(key: string): Promise<Reading<unknown> | undefined> {
    const running = this.#fetches.get(key);
    if (running) {
      return running;
    }
    const fetch = this.#fetch(key).finally(() => this.#fetches.delete(key));
    this.#fetches.set(key, fetch);
    return fetch;
  }

  async #fetch(key: string): Promise<Reading<unknown> | undefined> {
    const before = this.#copies.peek(key);
    const comparedAt = performance.now();
    const fetched = before
      ? await this.#refreshed(key, before.reading)
      : await this.#readModel.get(key);
    const now = this.#copies.peek(key);
    if (now !== before && now) {
      // Written meanwhile: what was fetched may be older.
      return now.reading;
    }
    if (fetched) {
      this.#keep(key, fetched, comparedAt);
    } else {
      this.#copies.delete(key);
    }
    return fetched;
  }

  async #refreshed(
    key: string,
    reading: Reading<unknown>,
  ): Promise<Reading<unknown> | undefined> {
    const state = await this.#states.load(key);
    if (!state || state.fingerprint === reading.fingerprint) {
      return state && { ...state, value: reading.value, size: reading.size };
    }
    return this.#readModel.get(key);
  }

  #keep(
    key: string,
    reading: Reading<unknown>,
    comparedAt = performance.now(),
  ): void {
    this.#copies.set(key, { reading, comparedAt });
  }

  #distrust(key: string): void {
    const copy = this.#copies.peek(key);
    if (copy) {
      this.#copies.set(key, { ...copy, comparedAt: Number.NEGATIVE_INFINITY });
    }
  }
}
