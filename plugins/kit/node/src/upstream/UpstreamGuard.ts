import {
  BrokenCircuitError,
  type BulkheadPolicy,
  bulkhead,
  circuitBreaker,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  DelegateBackoff,
  handleWhen,
  type IRetryBackoffContext,
  retry,
  type RetryPolicy,
  TaskCancelledError,
  timeout,
  TimeoutStrategy,
} from 'cockatiel';
import { currentLane } from '../lane';
import { QuietTime } from './QuietTime';
import type { RateBudget } from './RateBudget';
import { faultError, toUpstreamError } from './reasons';
import { isOutage, isTransient, UpstreamError } from './UpstreamError';

export interface UpstreamGuardOptions {
  /** The name that people know it by, for example `Amazon ECR`. */
  upstream: string;
  /** How long one call may take, in milliseconds; waiting for its turn does not count. Default 10,000. */
  timeoutMs?: number;
  /** How often a read is asked again after a transient fault. Default 2. */
  retries?: number;
  /** Milliseconds before the first repetition; doubles, with jitter. Default 200. */
  backoffMs?: number;
  /** Calls at the same time; the background has at most half of them. Default 8. */
  concurrency?: number;
  /** Calls that may wait for their turn. Default 2,000. */
  queue?: number;
  /** Outages in a row after which the upstream is left alone. Default 5. */
  breakAfter?: number;
  /** For how long, in milliseconds. Default 5,000. */
  pauseMs?: number;
  /** Calls per second that the upstream allows; several guards may share one. Default: no limit. */
  budget?: RateBudget;
}

const LONGEST_BACKOFF_MS = 5_000;

/**
 * Stands in front of one upstream: keeps to its rate and to a number of calls at once, ends what hangs, repeats reads
 * that failed for a moment, waits as long as a `Retry-After` asks, and leaves an upstream alone that fails again and
 * again.
 */
export class UpstreamGuard {
  readonly #upstream: string;
  readonly #timeoutMs: number;
  readonly #budget?: RateBudget;
  readonly #queue: number;
  readonly #quiet = new QuietTime();
  readonly #places: BulkheadPolicy;
  readonly #backgroundPlaces: BulkheadPolicy;
  readonly #retry: RetryPolicy;
  readonly #breaker: CircuitBreakerPolicy;
  #calls = 0;
  #pausedUntil = 0;

  constructor(options: UpstreamGuardOptions) {
    this.#upstream = options.upstream;
    this.#timeoutMs = options.timeoutMs ?? 10_000;
    this.#budget = options.budget;
    const concurrency = options.concurrency ?? 8;
    this.#queue = concurrency + (options.queue ?? 2_000);
    this.#places = bulkhead(concurrency, Number.POSITIVE_INFINITY);
    this.#backgroundPlaces = bulkhead(
      Math.ceil(concurrency / 2),
      Number.POSITIVE_INFINITY,
    );
    const backoffMs = options.backoffMs ?? 200;
    this.#retry = retry(handleWhen(isWorthRepeating), {
      maxAttempts: options.retries ?? 2,
      backoff: new DelegateBackoff((context: IRetryBackoffContext<unknown>) =>
        backoff(context, backoffMs),
      ),
    });
    const pauseMs = options.pauseMs ?? 5_000;
    this.#breaker = circuitBreaker(handleWhen(isOutage), {
      halfOpenAfter: pauseMs,
      breaker: new ConsecutiveBreaker(options.breakAfter ?? 5),
    });
    // The breaker itself is asked only when it is a call's turn; this spares the others the wait.
    this.#breaker.onBreak(() => {
      this.#pausedUntil = performance.now() + pauseMs;
    });
  }

  /**
   * Makes one call that is safe to repeat. `work` is handed the signal that ends it.
   *
   * @throws UpstreamError for every fault.
   */
  async read<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    return this.#admit(() => this.#retry.execute(() => this.#call(work)));
  }

  /**
   * Makes one call that changes something: once, whatever comes. After `timed-out` nobody knows whether it was done.
   *
   * @throws UpstreamError for every fault; `toActionError` turns it into the answer to a person.
   */
  async write<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    return this.#admit(() => this.#call(work));
  }

  /** Refuses when too many wait already: an answer that comes minutes later helps nobody, and costs memory. */
  async #admit<T>(execute: () => Promise<T>): Promise<T> {
    if (this.#calls >= this.#queue) {
      throw faultError('throttled', this.#upstream);
    }
    this.#calls += 1;
    try {
      return await execute();
    } catch (error) {
      throw this.#translate(error);
    } finally {
      this.#calls -= 1;
    }
  }

  async #call<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    this.#refuseWhileItRests();
    // Before a place is taken: who waits for the rate must not keep others from calling.
    await this.#budget?.take();
    return this.#inPlace(async () => {
      // Much may have happened while this waited for its turn.
      this.#refuseWhileItRests();
      return this.#breaker.execute(() => this.#attempt(work));
    });
  }

  #refuseWhileItRests(): void {
    const quietMs = this.#quiet.leftMs();
    if (quietMs > 0) {
      throw faultError('throttled', this.#upstream, undefined, quietMs);
    }
    if (performance.now() < this.#pausedUntil) {
      throw faultError('paused', this.#upstream);
    }
  }

  #inPlace<T>(attempt: () => Promise<T>): Promise<T> {
    return currentLane() === 'background'
      ? this.#backgroundPlaces.execute(() => this.#places.execute(attempt))
      : this.#places.execute(attempt);
  }

  async #attempt<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    // A timeout policy of its own per call: the breaker must see translated faults, also for a hang.
    const limit = timeout(this.#timeoutMs, TimeoutStrategy.Aggressive);
    try {
      return await limit.execute(({ signal }) => work(signal));
    } catch (error) {
      const fault = this.#translate(error);
      if (fault.fault === 'throttled' && fault.retryAfterMs) {
        this.#quiet.keep(fault.retryAfterMs);
        this.#budget?.pauseFor(this.#quiet.leftMs());
      }
      throw fault;
    }
  }

  #translate(error: unknown): UpstreamError {
    if (error instanceof TaskCancelledError) {
      return faultError('timed-out', this.#upstream, error);
    }
    return error instanceof BrokenCircuitError
      ? faultError('paused', this.#upstream, error)
      : toUpstreamError(this.#upstream, error);
  }
}

/** What asks for a long wait is not waited for: the caller shows what it has, and asks again later. */
function isWorthRepeating(error: unknown): boolean {
  return (
    isTransient(error) &&
    ((error as UpstreamError).retryAfterMs ?? 0) <= LONGEST_BACKOFF_MS
  );
}

/** Never shorter than the upstream asks. */
function backoff(
  { attempt, result }: IRetryBackoffContext<unknown>,
  firstMs: number,
): number {
  const asked =
    'error' in result && result.error instanceof UpstreamError
      ? (result.error.retryAfterMs ?? 0)
      : 0;
  const own = firstMs * 2 ** (attempt - 1) * (0.5 + Math.random());
  const longest = Math.min(own, LONGEST_BACKOFF_MS);
  return asked > 0 ? asked + longest : longest;
}
