import { z } from 'zod';
import { assertChangeBranch } from '../../forge/changeBranch';
import type {
  ForgeOptions,
  ForgePullRequest,
  ForgeRepository,
} from '../../forge/GitForge';
import type { GithubConnection } from './GithubConnection';
import { addressOf } from './addressOf';
import { isFault } from './githubErrors';
import { wirePullRequest } from './wire';

/** Pull requests from a branch of the repository itself, of any state, newest first. */
export async function findPullRequests(
  connection: GithubConnection,
  repository: ForgeRepository,
  head: string,
  options: ForgeOptions,
): Promise<ForgePullRequest[]> {
  const found = await connection.read(
    repository,
    z.array(wirePullRequest),
    (octokit, signal) =>
      octokit.rest.pulls.list({
        ...addressOf(repository),
        head: `${repository.owner}:${head}`,
        state: 'all',
        sort: 'created',
        direction: 'desc',
        per_page: 100,
        request: { signal },
      }),
    options.signal,
  );
  return found.map(toPullRequest);
}

/** Opens a pull request, or answers the open one that the branch has already. */
export async function openPullRequest(
  connection: GithubConnection,
  repository: ForgeRepository,
  pullRequest: { head: string; base: string; title: string; body: string },
  options: ForgeOptions,
): Promise<ForgePullRequest> {
  assertChangeBranch(pullRequest.head);
  const findOpen = async () => {
    const { head } = pullRequest;
    const found = await findPullRequests(connection, repository, head, options);
    return found.find(one => one.state === 'open');
  };
  const existing = await findOpen();
  if (existing) {
    return existing;
  }
  try {
    const opened = await connection.write(
      repository,
      wirePullRequest,
      (octokit, signal) =>
        octokit.rest.pulls.create({
          ...addressOf(repository),
          ...pullRequest,
          request: { signal },
        }),
      options.signal,
    );
    return toPullRequest(opened);
  } catch (error) {
    // Rejected: another replica may have been faster.
    const other = isFault(error, 'rejected') ? await findOpen() : undefined;
    if (other) {
      return other;
    }
    throw error;
  }
}

function toPullRequest(
  wire: z.output<typeof wirePullRequest>,
): ForgePullRequest {
  return {
    number: wire.number,
    url: wire.html_url,
    state: wire.merged_at ? 'merged' : wire.state,
  };
}
