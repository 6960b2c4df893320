import { statusError, type UpstreamError } from '@shopstack/plugin-kit-node';
import { ActionRefusedError } from '../service/ActionRefusedError';
import { refusalSchema } from './wire';
import { UPSTREAM } from './upstreamName';

/** Longer ones are no message of Argo CD. */
const LONGEST_BODY = 64 * 1024;

/** What Argo CD says of an action that it refuses, and what we say. Its own text never reaches people. */
const WORDS: [pattern: RegExp, words: string][] = [
  [
    /another operation is already in progress/i,
    'An operation of this application runs already; wait until it ends',
  ],
  [
    /sync window/i,
    "A sync window of the application's project does not allow a sync now",
  ],
  [/is deleting|being deleted/i, 'This application is being deleted'],
  [
    /auto-sync|automated sync/i,
    'Argo CD syncs this application by itself and does not allow this',
  ],
];

/** The error for an action that Argo CD did not do. Reads the answer's body. */
export async function refusalError(response: Response): Promise<UpstreamError> {
  const message = await readMessage(response);
  const known = WORDS.find(([pattern]) => pattern.test(message));
  if (known && response.status < 500) {
    return new ActionRefusedError(known[1], new Error(message));
  }
  return statusError(UPSTREAM, response.status, {
    retryAfter: response.headers.get('retry-after'),
    cause: new Error(message),
  });
}

async function readMessage(response: Response): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  try {
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      if (text.length > LONGEST_BODY) {
        return '';
      }
    }
    return refusalSchema.parse(JSON.parse(text)).message ?? '';
  } catch {
    return '';
  }
}
