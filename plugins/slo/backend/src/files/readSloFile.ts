import type { UrlReaderService } from '@backstage/backend-plugin-api';
import {
  faultError,
  statusError,
  UpstreamGuard,
} from '@shopstack/plugin-kit-node';

/** Longer files are not SLO files; a parser must not be fed what nobody reads. */
export const MOST_BYTES = 1024 * 1024;

/** A file that could be read, or what is wrong with it. */
export type SloFileText = { text: string } | { problem: string };

/** Reads single files from git hosts, each host behind a guard of its own. */
export class SloFileReader {
  readonly #reader: Pick<UrlReaderService, 'readUrl'>;
  readonly #guards = new Map<string, UpstreamGuard>();

  constructor(reader: Pick<UrlReaderService, 'readUrl'>) {
    this.#reader = reader;
  }

  /**
   * A file that is not there, or is too long, is a problem of the file and no fault of the host.
   *
   * @throws UpstreamError for every fault of the host.
   */
  async read(url: string): Promise<SloFileText> {
    const { host } = new URL(url);
    return this.#guardOf(host).read(async signal => {
      try {
        const response = await this.#reader.readUrl(url, { signal });
        const bytes = await bytesOf(response);
        return bytes
          ? { text: bytes.toString('utf8') }
          : { problem: 'The file is longer than 1 MiB' };
      } catch (error) {
        if ((error as Error)?.name === 'NotFoundError') {
          return {
            problem: 'There is no such file, or the portal may not read it',
          };
        }
        throw translate(host, error);
      }
    });
  }

  #guardOf(host: string): UpstreamGuard {
    const known = this.#guards.get(host);
    if (known) return known;
    const guard = new UpstreamGuard({ upstream: host });
    this.#guards.set(host, guard);
    return guard;
  }
}

/** The bytes of a file; undefined when there are too many, of which no more are read than it takes to know. */
async function bytesOf(
  response: Awaited<ReturnType<UrlReaderService['readUrl']>>,
): Promise<Buffer | undefined> {
  if (!response.stream) {
    const whole = await response.buffer();
    return whole.length > MOST_BYTES ? undefined : whole;
  }
  const chunks: Buffer[] = [];
  let length = 0;
  const stream = response.stream();
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > MOST_BYTES) {
      stream.destroy();
      return undefined;
    }
    chunks.push(Buffer.from(chunk));
  }
  return Buffer.concat(chunks);
}

/** The readers of Backstage tell the status of an answer in their words alone. */
function translate(host: string, error: unknown): unknown {
  const { name, message = '' } = error as Error;
  if (name === 'NotAllowedError') {
    return faultError('forbidden', host, error);
  }
  const status = /, (\d{3})(?: |$)/.exec(message)?.[1];
  return status ? statusError(host, Number(status), { cause: error }) : error;
}
