import { UpstreamError, type UpstreamFault } from './UpstreamError';

/** Codes of Node and of its fetch for what happens below HTTP. */
const NETWORK_CODES =
  /^(E(CONN|AI_|NOTFOUND|PIPE|HOSTUNREACH|NETUNREACH|TIMEDOUT)|UND_ERR|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/;

const NETWORK_MESSAGES =
  /fetch failed|terminated|socket hang up|aborted|ECONN[A-Z]+/;

/** Words for a fault; `upstream` is the name that people know, for example `Amazon ECR`. */
function words(
  fault: UpstreamFault,
  upstream: string,
  status?: number,
): string {
  const detail = status ? ` (${status})` : '';
  switch (fault) {
    case 'no-credentials':
      return `The portal has no credentials for ${upstream} in this account`;
    case 'credentials-refused':
      return `${upstream} refuses the portal's credentials${detail}`;
    case 'forbidden':
      return `${upstream} does not let the portal read this${detail}`;
    case 'not-found':
      return `${upstream} does not know it${detail}`;
    case 'throttled':
      return `${upstream} asks the portal to slow down${detail}`;
    case 'timed-out':
      return `${upstream} does not answer in time`;
    case 'unreachable':
      return `${upstream} cannot be reached`;
    case 'malformed':
      return `${upstream} answers something the portal does not understand`;
    case 'rejected':
      return `${upstream} rejects the question${detail}`;
    case 'paused':
      return `${upstream} failed several times in a row and is asked again in a moment`;
    default:
      return `${upstream} fails${detail}`;
  }
}

/** The fault that an HTTP status means. */
export function faultOfStatus(status: number): UpstreamFault {
  if (status === 401) return 'credentials-refused';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 429) return 'throttled';
  return status >= 400 && status < 500 ? 'rejected' : 'failed';
}

/** The error for an answer with a bad status. The body stays with the upstream. */
export function statusError(
  upstream: string,
  status: number,
  options: { retryAfter?: string | null; cause?: unknown } = {},
): UpstreamError {
  const fault = faultOfStatus(status);
  return new UpstreamError(fault, words(fault, upstream, status), {
    upstream,
    cause: options.cause,
    retryAfterMs: readRetryAfter(options.retryAfter),
  });
}

/** The error for a fault that no status tells. */
export function faultError(
  fault: UpstreamFault,
  upstream: string,
  cause?: unknown,
  retryAfterMs?: number,
): UpstreamError {
  return new UpstreamError(fault, words(fault, upstream), {
    upstream,
    cause,
    retryAfterMs,
  });
}

/**
 * Translates what a client, an SDK or `fetch` throws. Anything that is not recognised is `failed`: its message may
 * hold a secret, so it goes to the log as the cause and not to people.
 */
export function toUpstreamError(
  upstream: string,
  error: unknown,
): UpstreamError {
  if (error instanceof UpstreamError) {
    return error;
  }
  const { name, code, status, message } = describe(error);
  // Before the names: the AWS SDK calls a reset connection a TimeoutError.
  if (code !== undefined && NETWORK_CODES.test(code)) {
    return faultError('unreachable', upstream, error);
  }
  if (name === 'AbortError' || name === 'TimeoutError') {
    return faultError('timed-out', upstream, error);
  }
  if (status !== undefined && status >= 400) {
    return statusError(upstream, status, { cause: error });
  }
  if (name === 'SyntaxError' || name === 'ZodError' || name === '$ZodError') {
    return faultError('malformed', upstream, error);
  }
  // Some clients wrap a broken connection and drop its code.
  if (NETWORK_MESSAGES.test(message ?? '')) {
    return faultError('unreachable', upstream, error);
  }
  return faultError('failed', upstream, error);
}

function describe(error: unknown): {
  name?: string;
  code?: string;
  status?: number;
  message?: string;
} {
  const thing = (error ?? {}) as {
    name?: unknown;
    message?: unknown;
    code?: unknown;
    status?: unknown;
    cause?: { code?: unknown };
    $metadata?: { httpStatusCode?: unknown };
  };
  const code = thing.code ?? thing.cause?.code;
  const status = thing.$metadata?.httpStatusCode ?? thing.status;
  return {
    name: typeof thing.name === 'string' ? thing.name : undefined,
    code: typeof code === 'string' ? code : undefined,
    status: typeof status === 'number' ? status : undefined,
    message: typeof thing.message === 'string' ? thing.message : undefined,
  };
}

/** `Retry-After` in seconds or as a date (RFC 9110, 10.2.3). */
function readRetryAfter(value: string | null | undefined): number | undefined {
  if (!value) {
    return undefined;
  }
  const milliseconds = /^\d+$/.test(value)
    ? Number(value) * 1000
    : Date.parse(value) - Date.now();
  return milliseconds > 0 ? milliseconds : undefined;
}
