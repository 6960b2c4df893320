import { faultError } from './reasons';

/** Far above every answer that the portal asks for; beyond it something is wrong, and memory is at stake. */
const LONGEST_BODY = 32 * 1024 * 1024;

/**
 * Reads the JSON of an answer and gives up on one that is too long.
 *
 * @throws UpstreamError `malformed` when it is too long or no JSON.
 */
export async function readJsonBody(
  upstream: string,
  response: Response,
  longest: number = LONGEST_BODY,
): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > longest) {
      throw faultError('malformed', upstream, new Error('Answer too long'));
    }
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch (error) {
    throw faultError('malformed', upstream, error);
  }
}
