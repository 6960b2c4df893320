import { faultError } from '@shopstack/plugin-kit-node';

/** Far above every object that a cluster stores: its database takes 1.5 MB. */
const LONGEST_LINE = 8 * 1024 * 1024;

/**
 * The lines of an answer that goes on, as they come. A last line that was cut is left out.
 *
 * @throws UpstreamError `malformed` when a line does not end.
 */
export async function* readLines(response: Response): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of response.body ?? []) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) {
      throw faultError('malformed', 'Kubernetes', new Error('Line too long'));
    }
    yield* lines.filter(line => line.trim() !== '');
  }
}
