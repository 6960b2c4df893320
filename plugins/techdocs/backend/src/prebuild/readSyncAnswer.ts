import { ServiceUnavailableError } from '@backstage/errors';

/**
 * Reads the event stream of `GET /sync/…`: any number of `log` events, then `finish` or `error`.
 * @returns whether documentation was built anew
 * @throws ServiceUnavailableError when the build failed, or the stream ended before it was done
 */
export function readSyncAnswer(stream: string): boolean {
  for (const event of stream.split('\n\n')) {
    const [, type, data] =
      /^event: (finish|error)\ndata: (.*)$/.exec(event) ?? [];
    if (type === 'finish') {
      return JSON.parse(data).updated === true;
    }
    if (type === 'error') {
      throw new ServiceUnavailableError(String(JSON.parse(data)));
    }
  }
  throw new ServiceUnavailableError('The build ended without an answer');
}
