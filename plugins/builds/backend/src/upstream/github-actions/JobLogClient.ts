import type { BuildLogLine } from '@shopstack/plugin-builds-common';
import { UpstreamError } from '@shopstack/plugin-kit-node';
import type { GithubConnection, Repository } from './GithubConnection';
import { LOG_CUT_LINE, toJobLines } from './jobLogMapping';

/** Far above the log of a usual job; what is longer is cut. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Reads the logs of jobs, which a forge keeps for a limited time. */
export class JobLogClient {
  readonly #connection: GithubConnection;

  constructor(connection: GithubConnection) {
    this.#connection = connection;
  }

  /**
   * The log of a job that is over, or undefined when there is none, or no more.
   *
   * @throws UpstreamError for every other fault.
   */
  async read(
    { owner, repo, ...forge }: Repository,
    jobId: number,
  ): Promise<BuildLogLine[] | undefined> {
    try {
      return await this.#connection.read(
        { owner, repo, ...forge },
        async (octokit, signal) => {
          // It redirects to a store of files; fetch leaves the token behind when it follows to another host.
          const { data } = await octokit.request(
            'GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs',
            {
              owner,
              repo,
              job_id: jobId,
              request: { signal, parseSuccessResponseBody: false },
            },
          );
          const { text, cut } = await readText(data);
          const lines = toJobLines(text);
          return cut ? [...lines, { text: LOG_CUT_LINE }] : lines;
        },
      );
    } catch (error) {
      // 410 is what GitHub answers for logs that expired.
      if (error instanceof UpstreamError && isGone(error)) {
        return undefined;
      }
      throw error;
    }
  }
}

function isGone({ fault, cause }: UpstreamError): boolean {
  const { status } = (cause ?? {}) as { status?: number };
  return fault === 'not-found' || status === 410;
}

async function readText(
  body: unknown,
): Promise<{ text: string; cut: boolean }> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) {
      return { text, cut: true };
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return { text: text + decoder.decode(), cut: false };
}
