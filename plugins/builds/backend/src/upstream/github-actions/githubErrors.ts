import {
  statusError,
  toUpstreamError,
  type UpstreamError,
} from '@shopstack/plugin-kit-node';

/** GitHub answers 403 when a rate limit is used up, and says so in the headers (REST reference, rate limits). */
export function toGithubUpstreamError(error: unknown): UpstreamError {
  const { status, response } = (error ?? {}) as {
    status?: number;
    response?: { headers?: Record<string, string | undefined> };
  };
  const headers = response?.headers ?? {};
  const limited =
    status === 429 ||
    (status === 403 &&
      (headers['x-ratelimit-remaining'] === '0' ||
        headers['retry-after'] !== undefined));
  return limited
    ? statusError('GitHub', 429, {
        retryAfter: headers['retry-after'],
        cause: error,
      })
    : toUpstreamError('GitHub', unwrap(error, response !== undefined));
}

/** Octokit gives a status of 500 of its own to what never became an answer; the cause tells what it was. */
function unwrap(error: unknown, answered: boolean): unknown {
  const cause = (error as { cause?: unknown } | undefined)?.cause;
  return !answered && cause !== undefined ? cause : error;
}
