/** How often a source may be called. */
export interface Rate {
  /** Calls that it allows each second, for ever. */
  perSecond: number;
  /** Calls that it allows at once after a rest. */
  burst: number;
}

/** Counts as AWS does: a bucket that fills at a steady rate, and a call that finds it empty is refused. */
export class TokenBucket {
  readonly #rate: Rate;
  readonly #now: () => number;
  #tokens: number;
  #filledAt: number;

  constructor(rate: Rate, now: () => number = () => performance.now()) {
    this.#rate = rate;
    this.#now = now;
    this.#tokens = rate.burst;
    this.#filledAt = now();
  }

  /** Takes a token; false when there is none. */
  take(): boolean {
    const { perSecond, burst } = this.#rate;
    const now = this.#now();
    const gained = ((now - this.#filledAt) / 1000) * perSecond;
    this.#tokens = Math.min(burst, this.#tokens + gained);
    this.#filledAt = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
