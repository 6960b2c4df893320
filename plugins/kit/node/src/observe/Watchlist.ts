import { LRUCache } from 'lru-cache';
import type { Reading } from '../readModel';
import { maxAgeMs, type Observation } from './Observation';

export interface WatchlistOptions {
  /** For how long after somebody looked it stays on the list, in milliseconds. 0 means that nothing is watched. */
  watchMs: number;
  /** How often what fails is asked again, in milliseconds. */
  restMs: number;
  /** How many are watched; those that nobody looked at for longest leave first. Default 2,000. */
  most?: number;
  /** How many are refreshed at once. Default 32. */
  atOnce?: number;
  now: () => Date;
  /** Reads it for nobody who waits. It never fails. */
  refresh(observation: Observation<unknown>): Promise<unknown>;
}

interface Watched {
  observation: Observation<any>;
  seenAt: number;
  dueAt: number;
  isRunning: boolean;
}

const TICK_MS = 1_000;

/** Nothing is asked more often than this, whatever its age may be. */
const SHORTEST_REST_MS = 1_000;

/**
 * What somebody looked at lately, refreshed before it is too old: so an open page becomes fresh, and costs the upstream
 * the same for one viewer as for a hundred.
 */
export class Watchlist {
  readonly #options: WatchlistOptions;
  readonly #atOnce: number;
  readonly #watched: LRUCache<string, Watched>;
  /** What the last tick found due and nobody has begun to refresh, the longest due last. */
  #due: Watched[] = [];
  #running = 0;
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(options: WatchlistOptions) {
    this.#options = options;
    this.#atOnce = options.atOnce ?? 32;
    this.#watched = new LRUCache({ max: options.most ?? 2_000 });
  }

  /** How many are watched. */
  get size(): number {
    return this.#watched.size;
  }

  /** Notes that somebody looks at it now. */
  see(
    observation: Observation<any>,
    reading: Reading<unknown> | undefined,
  ): void {
    const { watchMs, now } = this.#options;
    if (!(watchMs > 0) || this.#isStopped) {
      return;
    }
    const seenAt = now().getTime();
    const watched = this.#watched.get(observation.key);
    if (watched) {
      Object.assign(watched, { observation, seenAt });
    } else {
      const dueAt = this.#dueAt(observation, reading);
      this.#watched.set(observation.key, {
        observation,
        seenAt,
        dueAt,
        isRunning: false,
      });
    }
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS).unref();
  }

  /** Notes that it was read just now. */
  read(key: string, reading: Reading<unknown>, restMs?: number): void {
    const watched = this.#watched.peek(key);
    if (watched) {
      watched.dueAt = this.#dueAt(watched.observation, reading, restMs);
    }
  }

  /** Refreshes what is watched of these now. */
  expire(isSelected: (key: string) => boolean): void {
    for (const [key, watched] of this.#watched.entries()) {
      if (isSelected(key)) {
        watched.dueAt = 0;
      }
    }
    this.#tick();
  }

  stop(): void {
    this.#isStopped = true;
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#watched.clear();
    this.#due = [];
  }

  #tick(): void {
    const now = this.#options.now().getTime();
    this.#due = [];
    for (const [key, watched] of this.#watched.entries()) {
      if (now - watched.seenAt > this.#options.watchMs) {
        this.#watched.delete(key);
      } else if (watched.dueAt <= now && !watched.isRunning) {
        this.#due.push(watched);
      }
    }
    this.#due.sort((one, other) => other.dueAt - one.dueAt);
    this.#refreshDue();
    if (this.#watched.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
  }

  #refreshDue(): void {
    while (this.#running < this.#atOnce) {
      const next = this.#due.pop();
      if (!next) {
        return;
      }
      this.#refresh(next);
    }
  }

  async #refresh(watched: Watched): Promise<void> {
    this.#running += 1;
    watched.isRunning = true;
    try {
      await this.#options.refresh(watched.observation);
    } finally {
      this.#running -= 1;
      watched.isRunning = false;
      this.#refreshDue();
    }
  }

  /**
   * A little before it is too old, so that nobody finds it too old; and not all at the same time, so that what began
   * together does not stay together.
   */
  #dueAt(
    observation: Observation<any>,
    reading: Reading<any> | undefined,
    restMs = this.#options.restMs,
  ): number {
    const now = this.#options.now().getTime();
    if (!reading) {
      return now + SHORTEST_REST_MS;
    }
    if (reading.isDue) {
      return now;
    }
    const spread = 0.8 + 0.15 * Math.random();
    const period = reading.failingSince
      ? restMs
      : maxAgeMs(observation, reading.value);
    return (
      reading.attemptedAt.getTime() +
      Math.max(SHORTEST_REST_MS, period * spread)
    );
  }
}
