import { createDeferred } from '@backstage/types';
import { currentLaneContext, type Lane, LaneContext } from '../lane/lane';

export interface RateBudgetOptions {
  /** Calls per second in the long run. */
  perSecond: number;
  /** Calls that may be made at once after a quiet time. Default: those of one second. */
  burst?: number;
}

interface Waiting {
  context: LaneContext;
  resolve(): void;
}

/**
 * A token bucket in front of an upstream that counts calls per second. Calls for somebody who waits go first; those
 * of the background go only while more than half of the bucket is left, so that people always find some. Within a lane
 * who came first goes first.
 */
export class RateBudget {
  readonly #perSecond: number;
  readonly #burst: number;
  readonly #waiting = new Set<Waiting>();
  #tokens: number;
  #filledAt = performance.now();
  #quietUntil = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor({ perSecond, burst }: RateBudgetOptions) {
    if (!(perSecond > 0) || (burst !== undefined && !(burst >= 1))) {
      throw new RangeError('A rate budget needs a positive rate and burst');
    }
    this.#perSecond = perSecond;
    this.#burst = burst ?? Math.max(1, perSecond);
    this.#tokens = this.#burst;
  }

  /** How many wait. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /**
   * Answers when the call may be made. The lane is that of the running code unless it is given.
   *
   * @throws the reason of the signal when that ends the wait.
   */
  async take(signal?: AbortSignal, lane?: Lane): Promise<void> {
    signal?.throwIfAborted();
    const context = lane
      ? new LaneContext(lane)
      : (currentLaneContext() ?? new LaneContext('viewer'));
    const turn = createDeferred();
    const waiting: Waiting = { context, resolve: turn.resolve };
    const onAbort = () => {
      this.#waiting.delete(waiting);
      turn.reject(signal?.reason);
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    this.#waiting.add(waiting);
    this.#grant();
    try {
      await turn;
    } finally {
      signal?.removeEventListener('abort', onAbort);
    }
  }

  /** Lets nobody through for so long, because the upstream asked for it. */
  pauseFor(milliseconds: number): void {
    this.#quietUntil = Math.max(
      this.#quietUntil,
      performance.now() + milliseconds,
    );
  }

  #grant(): void {
    this.#fill();
    let next = this.#next();
    while (next) {
      this.#tokens -= 1;
      this.#waiting.delete(next);
      next.resolve();
      next = this.#next();
    }
    this.#wakeLater();
  }

  #next(): Waiting | undefined {
    if (this.#tokens < 1 || performance.now() < this.#quietUntil) {
      return undefined;
    }
    let first: Waiting | undefined;
    for (const waiting of this.#waiting) {
      if (waiting.context.lane === 'viewer') {
        return waiting;
      }
      first ??= waiting;
    }
    return this.#tokens > this.#burst / 2 ? first : undefined;
  }

  #fill(): void {
    const now = performance.now();
    const earned = ((now - this.#filledAt) / 1000) * this.#perSecond;
    this.#tokens = Math.min(this.#burst, this.#tokens + earned);
    this.#filledAt = now;
  }

  /** After each whole token, also when only the background waits: somebody may have begun to wait for one of these. */
  #wakeLater(): void {
    if (this.#timer || this.#waiting.size === 0) {
      return;
    }
    const missing = 1 - (this.#tokens % 1);
    const forToken = (missing / this.#perSecond) * 1000;
    const forQuiet = this.#quietUntil - performance.now();
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        this.#grant();
      },
      Math.ceil(Math.max(1, forToken, forQuiet)),
    );
  }
}
