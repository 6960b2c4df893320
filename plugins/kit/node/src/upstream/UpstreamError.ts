/** What went wrong with an upstream, in the portal's words. */
export type UpstreamFault =
  | 'no-credentials'
  | 'credentials-refused'
  | 'forbidden'
  | 'not-found'
  | 'throttled'
  | 'failed'
  | 'timed-out'
  | 'unreachable'
  | 'malformed'
  | 'rejected'
  | 'paused';

/**
 * A fault of an upstream. It becomes the state of a source and never an HTTP status of ours: an Argo CD that refuses
 * our token must not look as if the person were signed out. For that it has neither `status` nor `statusCode`,
 * which the error middleware would pass on.
 */
export class UpstreamError extends Error {
  readonly fault: UpstreamFault;
  /** The name that people know it by. */
  readonly upstream?: string;
  /** How long the upstream asks to wait. */
  readonly retryAfterMs?: number;

  /** `message` is shown to people: no secrets, no raw answers. The cause is for the log. */
  constructor(
    fault: UpstreamFault,
    message: string,
    options: {
      cause?: unknown;
      upstream?: string;
      retryAfterMs?: number;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'UpstreamError';
    this.fault = fault;
    this.upstream = options.upstream;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** Faults that may be gone a moment later. A hang is not among them: asking again would only hang again. */
export function isTransient(error: unknown): boolean {
  return (
    error instanceof UpstreamError &&
    ['throttled', 'failed', 'unreachable'].includes(error.fault)
  );
}

/** Faults that say the upstream itself is ill, as opposed to what it was asked. */
export function isOutage(error: unknown): boolean {
  return (
    error instanceof UpstreamError &&
    ['failed', 'unreachable', 'timed-out'].includes(error.fault)
  );
}
