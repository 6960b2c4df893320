import {
  BrokenCircuitError,
  bulkhead,
  BulkheadRejectedError,
  circuitBreaker,
  ConsecutiveBreaker,
  DelegateBackoff,
  handleWhen,
  type IPolicy,
  type IRetryBackoffContext,
  retry,
  TaskCancelledError,
  timeout,
  TimeoutStrategy,
  wrap,
} from 'cockatiel';
import { faultError, toUpstreamError } from './reasons';
import { isOutage, isTransient, UpstreamError } from './UpstreamError';

export interface UpstreamGuardOptions {
  /** The name that people know it by, for example `Amazon ECR`. */
  upstream: string;
  /** How long one call may take, in milliseconds. Default 10,000. */
  timeoutMs?: number;
  /** How often a read is asked again after a transient fault. Default 2. */
  retries?: number;
  /** Milliseconds before the first repetition; doubles, with jitter. Default 200. */
  backoffMs?: number;
  /** Calls at the same time. Default 8. */
  concurrency?: number;
  /** Calls that may wait for a place. Default 500. */
  queue?: number;
  /** Outages in a row after which the upstream is left alone. Default 5. */
  breakAfter?: number;
  /** For how long, in milliseconds. Default 10,000. */
  pauseMs?: number;
}

const LONGEST_BACKOFF_MS = 5_000;

/**
 * Stands in front of one upstream: limits concurrency, ends what hangs, repeats reads that failed for a moment, and
 * leaves an upstream alone that fails again and again.
 */
export class UpstreamGuard {
  readonly #upstream: string;
  readonly #timeoutMs: number;
  readonly #policy: IPolicy;

  constructor(options: UpstreamGuardOptions) {
    this.#upstream = options.upstream;
    this.#timeoutMs = options.timeoutMs ?? 10_000;
    const backoffMs = options.backoffMs ?? 200;
    this.#policy = wrap(
      bulkhead(options.concurrency ?? 8, options.queue ?? 500),
      retry(handleWhen(isTransient), {
        maxAttempts: options.retries ?? 2,
        backoff: new DelegateBackoff((context: IRetryBackoffContext<unknown>) =>
          backoff(context, backoffMs),
        ),
      }),
      circuitBreaker(handleWhen(isOutage), {
        halfOpenAfter: options.pauseMs ?? 10_000,
        breaker: new ConsecutiveBreaker(options.breakAfter ?? 5),
      }),
    );
  }

  /**
   * Makes one call that is safe to repeat. `work` is handed the signal that ends it.
   *
   * @throws UpstreamError for every fault.
   */
  async read<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    // A timeout policy of its own per call: the breaker must see translated faults, also for a hang.
    const attempt = timeout(this.#timeoutMs, TimeoutStrategy.Aggressive);
    try {
      return await this.#policy.execute(async ({ signal }) => {
        try {
          return await attempt.execute(context => work(context.signal), signal);
        } catch (error) {
          throw this.#translate(error);
        }
      });
    } catch (error) {
      throw this.#translate(error);
    }
  }

  #translate(error: unknown): UpstreamError {
    if (error instanceof TaskCancelledError) {
      return faultError('timed-out', this.#upstream, error);
    }
    if (error instanceof BrokenCircuitError) {
      return faultError('paused', this.#upstream, error);
    }
    if (error instanceof BulkheadRejectedError) {
      return faultError('throttled', this.#upstream, error);
    }
    return toUpstreamError(this.#upstream, error);
  }
}

function backoff(
  { attempt, result }: IRetryBackoffContext<unknown>,
  firstMs: number,
): number {
  const asked =
    'error' in result && result.error instanceof UpstreamError
      ? (result.error.retryAfterMs ?? 0)
      : 0;
  const own = firstMs * 2 ** (attempt - 1) * (0.5 + Math.random());
  return Math.min(Math.max(asked, own), LONGEST_BACKOFF_MS);
}
