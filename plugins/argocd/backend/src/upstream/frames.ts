import { faultError } from '@shopstack/plugin-kit-node';
import { UPSTREAM } from './upstreamName';

/** A frame holds one application with few fields; beyond this something is wrong, and memory is at stake. */
const LONGEST_FRAME = 8 * 1024 * 1024;

/**
 * The frames of a stream, one JSON text a line, as they come. Ends when Argo CD ends the stream.
 *
 * @throws UpstreamError `malformed` for a frame that is too long or no JSON: what it said is lost, so whoever follows
 *   must list anew.
 */
export async function* readFrames(
  body: AsyncIterable<Uint8Array>,
  onBytes: () => void,
  longest: number = LONGEST_FRAME,
): AsyncGenerator<unknown> {
  const decoder = new TextDecoder();
  let pieces: string[] = [];
  let length = 0;
  for await (const chunk of body) {
    onBytes();
    const lines = decoder.decode(chunk, { stream: true }).split('\n');
    for (const [index, line] of lines.entries()) {
      length += line.length;
      if (length > longest) {
        throw faultError('malformed', UPSTREAM, new Error('Frame too long'));
      }
      pieces.push(line);
      if (index < lines.length - 1) {
        const text = pieces.join('').trim();
        pieces = [];
        length = 0;
        if (text !== '') {
          yield parse(text);
        }
      }
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw faultError('malformed', UPSTREAM, error);
  }
}
