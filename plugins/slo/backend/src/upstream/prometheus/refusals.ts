import {
  readJsonBody,
  statusError,
  UpstreamError,
} from '@shopstack/plugin-kit-node';
import { PROMETHEUS } from '../upstreamNames';
import { cleanWords } from './words';
import { refusalSchema, type WireRefusal } from './wire';

/** Longer ones are no refusal of Prometheus. */
const LONGEST_BODY = 64 * 1024;

/** Errors that are the expression's own: its author needs the words. */
const OF_THE_EXPRESSION = new Set(['bad_data', 'execution']);

/** Statuses that say the same; 413 is Mimir's for what is too large. */
const STATUSES_OF_THE_EXPRESSION = new Set([400, 413, 422]);

/**
 * The error for an answer that is none. Reads its body: what Prometheus says of an expression is passed on in its own
 * words, cleaned; what anything else says stays with it.
 */
export async function refusalError(
  response: Response,
  secrets: readonly string[],
): Promise<UpstreamError> {
  const { status } = response;
  const refusal = await readRefusal(response);
  const words = cleanWords(refusal?.error ?? '', secrets);
  if (words && STATUSES_OF_THE_EXPRESSION.has(status)) {
    return refusedExpression(words);
  }
  if (refusal?.errorType === 'timeout') {
    return timedOut(words);
  }
  return statusError(PROMETHEUS, status, {
    retryAfter: response.headers.get('retry-after'),
    cause: words ? new Error(words) : undefined,
  });
}

/** The error for `status: error` in an answer whose HTTP status says that all is well, as some proxies send it. */
export function errorInAnswer(
  { errorType = '', error = '' }: WireRefusal,
  secrets: readonly string[],
): UpstreamError {
  const words = cleanWords(error, secrets);
  if (errorType === 'timeout') {
    return timedOut(words);
  }
  return words && OF_THE_EXPRESSION.has(errorType)
    ? refusedExpression(words)
    : statusError(PROMETHEUS, 500, { cause: new Error(words) });
}

function refusedExpression(words: string): UpstreamError {
  return new UpstreamError(
    'rejected',
    `${PROMETHEUS} refuses the query: ${words}`,
    {
      upstream: PROMETHEUS,
    },
  );
}

function timedOut(words: string): UpstreamError {
  return new UpstreamError(
    'timed-out',
    `${PROMETHEUS} does not answer in time${words && `: ${words}`}`,
    { upstream: PROMETHEUS },
  );
}

async function readRefusal(
  response: Response,
): Promise<WireRefusal | undefined> {
  try {
    const body = await readJsonBody(PROMETHEUS, response, LONGEST_BODY);
    return refusalSchema.safeParse(body).data;
  } catch {
    return undefined;
  }
}
