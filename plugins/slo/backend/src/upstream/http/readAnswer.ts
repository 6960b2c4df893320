import { faultError, readJsonBody } from '@shopstack/plugin-kit-node';

/**
 * Reads the JSON of an answer, at most 32 MB of it once unpacked.
 *
 * @throws UpstreamError `malformed` when it is too long, no JSON or badly packed; errors of Node when the connection ends.
 */
export async function readAnswer(
  upstream: string,
  response: Response,
): Promise<unknown> {
  try {
    return await readJsonBody(upstream, response);
  } catch (error) {
    const { code } = error as { code?: unknown };
    throw typeof code === 'string' && code.startsWith('Z_')
      ? faultError('malformed', upstream, error)
      : error;
  }
}
