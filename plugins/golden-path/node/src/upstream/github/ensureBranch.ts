import type { PlannedEdit } from '@shopstack/plugin-golden-path-common';
import type { ForgeBranch, ForgeRepository } from '../../forge/GitForge';
import type { GithubConnection } from './GithubConnection';
import { addressOf } from './addressOf';
import { isFault } from './githubErrors';
import { wireCommit, wireObject, wireReference } from './wire';

/** One commit that a branch shall hold. */
interface WantedBranch {
  branch: string;
  base: string;
  /** Names the change: a branch whose commit has this message on this base holds these edits. */
  message: string;
  edits: PlannedEdit[];
  /** Commit that the branch holds now. */
  existing?: string;
  readAgain(): Promise<ForgeBranch | undefined>;
  signal?: AbortSignal;
}

/** Makes the branch hold just the wanted commit, by the git data API. A branch that does is left alone. */
export async function ensureBranch(
  connection: GithubConnection,
  repository: ForgeRepository,
  wanted: WantedBranch,
): Promise<{ commit: string }> {
  const { branch, existing, signal } = wanted;
  if (existing && (await holds(connection, repository, wanted, existing))) {
    return { commit: existing };
  }
  const commit = await createCommit(connection, repository, wanted);
  const place = addressOf(repository);
  if (existing) {
    await connection.write(
      repository,
      wireReference,
      (octokit, deadline) =>
        octokit.rest.git.updateRef({
          ...place,
          ref: `heads/${branch}`,
          sha: commit,
          force: true,
          request: { signal: deadline },
        }),
      signal,
    );
    return { commit };
  }
  try {
    await connection.write(
      repository,
      wireReference,
      (octokit, deadline) =>
        octokit.rest.git.createRef({
          ...place,
          ref: `refs/heads/${branch}`,
          sha: commit,
          request: { signal: deadline },
        }),
      signal,
    );
    return { commit };
  } catch (error) {
    // Rejected: another replica may have made the branch in the meantime.
    const other = isFault(error, 'rejected')
      ? await wanted.readAgain()
      : undefined;
    if (other && (await holds(connection, repository, wanted, other.commit))) {
      return { commit: other.commit };
    }
    throw error;
  }
}

async function holds(
  connection: GithubConnection,
  repository: ForgeRepository,
  { base, message, signal }: WantedBranch,
  commit: string,
): Promise<boolean> {
  const found = await readCommit(connection, repository, commit, signal);
  return (
    found.message.trim() === message.trim() &&
    found.parents.length === 1 &&
    found.parents[0].sha === base
  );
}

async function createCommit(
  connection: GithubConnection,
  repository: ForgeRepository,
  { base, edits, message, signal }: WantedBranch,
): Promise<string> {
  const place = addressOf(repository);
  const parent = await readCommit(connection, repository, base, signal);
  const tree = await connection.write(
    repository,
    wireObject,
    (octokit, deadline) =>
      octokit.rest.git.createTree({
        ...place,
        base_tree: parent.tree.sha,
        tree: edits.map(({ path, mode, after }) => ({
          path,
          mode,
          type: 'blob' as const,
          content: after,
        })),
        request: { signal: deadline },
      }),
    signal,
  );
  const commit = await connection.write(
    repository,
    wireObject,
    (octokit, deadline) =>
      octokit.rest.git.createCommit({
        ...place,
        message,
        tree: tree.sha,
        parents: [base],
        request: { signal: deadline },
      }),
    signal,
  );
  return commit.sha;
}

async function readCommit(
  connection: GithubConnection,
  repository: ForgeRepository,
  commit: string,
  signal?: AbortSignal,
) {
  return connection.read(
    repository,
    wireCommit,
    (octokit, deadline) =>
      octokit.rest.git.getCommit({
        ...addressOf(repository),
        commit_sha: commit,
        request: { signal: deadline },
      }),
    signal,
  );
}
