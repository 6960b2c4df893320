import {
  UpstreamError,
  statusError,
  toUpstreamError,
} from '@shopstack/plugin-kit-node';

interface OctokitFailure {
  status?: number;
  cause?: unknown;
  response?: {
    headers?: Record<string, string | undefined>;
    data?: { message?: unknown };
  };
}

/** Translates what Octokit and fetch throw. GitHub says a used up limit by 403 and the headers (REST reference, rate limits). */
export function toGithubError(error: unknown): UpstreamError {
  if (error instanceof UpstreamError) {
    return error;
  }
  const { status, response, cause } = (error ?? {}) as OctokitFailure;
  const headers = response?.headers ?? {};
  const limited =
    status === 429 ||
    (status === 403 &&
      (headers['x-ratelimit-remaining'] === '0' ||
        headers['retry-after'] !== undefined));
  if (limited) {
    const retryAfter = headers['retry-after'];
    return statusError('GitHub', 429, { retryAfter, cause: error });
  }
  // Octokit gives a status of 500 of its own to what never became an answer; the cause tells what it was.
  const translated = toUpstreamError(
    'GitHub',
    response === undefined && cause !== undefined ? cause : error,
  );
  return withReason(translated, response?.data?.message);
}

/** GitHub says in one sentence why it rejects something: "Validation Failed", "Resource not accessible by integration". */
function withReason(error: UpstreamError, reason: unknown): UpstreamError {
  const told = ['rejected', 'forbidden'].includes(error.fault);
  if (!told || typeof reason !== 'string' || reason === '') {
    return error;
  }
  return new UpstreamError(
    error.fault,
    `${error.message}: ${reason.slice(0, 200)}`,
    { cause: error.cause, retryAfterMs: error.retryAfterMs },
  );
}

/** True for an upstream's fault of that kind. */
export function isFault(
  error: unknown,
  fault: UpstreamError['fault'],
): boolean {
  return error instanceof UpstreamError && error.fault === fault;
}
