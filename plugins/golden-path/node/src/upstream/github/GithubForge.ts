import type { RepositoryTree } from '@shopstack/plugin-golden-path-common';
import { z } from 'zod';
import { assertChangeBranch } from '../../forge/changeBranch';
import type {
  ForgeBranch,
  ForgeOptions,
  ForgePullRequest,
  ForgeRepository,
  GitForge,
} from '../../forge/GitForge';
import type { GithubConnection } from './GithubConnection';
import { ensureBranch } from './ensureBranch';
import { readTarball } from './readTarball';
import { findPullRequests, openPullRequest } from './pullRequests';
import { addressOf } from './addressOf';
import { isFault } from './githubErrors';
import { wireReference, wireRepository } from './wire';

/** GitHub behind the interface of golden paths: the git data API for branches, the archive for trees. */
export class GithubForge implements GitForge {
  readonly #connection: GithubConnection;

  constructor(connection: GithubConnection) {
    this.#connection = connection;
  }

  async readBranch(
    repository: ForgeRepository,
    branch: string | undefined,
    options: ForgeOptions = {},
  ): Promise<ForgeBranch | undefined> {
    const place = addressOf(repository);
    const name =
      branch ??
      (
        await this.#connection.read(
          repository,
          wireRepository,
          (octokit, signal) =>
            octokit.rest.repos.get({ ...place, request: { signal } }),
          options.signal,
        )
      ).default_branch;
    const reference = await orUndefined(
      this.#connection.read(
        repository,
        wireReference,
        (octokit, signal) =>
          octokit.rest.git.getRef({
            ...place,
            ref: `heads/${name}`,
            request: { signal },
          }),
        options.signal,
      ),
    );
    return reference && { name, commit: reference.object.sha };
  }

  async readTree(
    repository: ForgeRepository,
    commit: string,
    options: ForgeOptions = {},
  ): Promise<RepositoryTree> {
    const path = ['repos', repository.owner, repository.name, 'tarball', commit]
      .map(encodeURIComponent)
      .join('/');
    return this.#connection.readWith(
      repository,
      async (token, signal) => {
        // Octokit would hold the whole archive; fetch follows GitHub's redirect and drops the token on the way.
        const response = await fetch(`${this.#connection.apiBaseUrl}/${path}`, {
          headers: token ? { authorization: `token ${token}` } : {},
          signal,
        });
        if (!response.ok || !response.body) {
          const headers = Object.fromEntries(response.headers);
          throw Object.assign(new Error('no archive'), {
            status: response.status,
            response: { headers },
          });
        }
        return readTarball(response.body, signal);
      },
      options.signal,
    );
  }

  async pushBranch(
    repository: ForgeRepository,
    change: Parameters<GitForge['pushBranch']>[1],
    options: ForgeOptions = {},
  ): Promise<{ commit: string }> {
    assertChangeBranch(change.branch);
    const existing = await this.readBranch(repository, change.branch, options);
    return ensureBranch(this.#connection, repository, {
      ...change,
      existing: existing?.commit,
      readAgain: () => this.readBranch(repository, change.branch, options),
      signal: options.signal,
    });
  }

  async findPullRequests(
    repository: ForgeRepository,
    head: string,
    options: ForgeOptions = {},
  ): Promise<ForgePullRequest[]> {
    return findPullRequests(this.#connection, repository, head, options);
  }

  async openPullRequest(
    repository: ForgeRepository,
    pullRequest: Parameters<GitForge['openPullRequest']>[1],
    options: ForgeOptions = {},
  ): Promise<ForgePullRequest> {
    return openPullRequest(this.#connection, repository, pullRequest, options);
  }

  async updatePullRequest(
    repository: ForgeRepository,
    number: number,
    change: { body?: string; state?: 'closed' },
    options: ForgeOptions = {},
  ): Promise<void> {
    await this.#connection.write(
      repository,
      z.unknown(),
      (octokit, signal) =>
        octokit.rest.pulls.update({
          ...addressOf(repository),
          pull_number: number,
          ...change,
          request: { signal },
        }),
      options.signal,
    );
  }

  async closePullRequest(
    repository: ForgeRepository,
    number: number,
    options: ForgeOptions = {},
  ): Promise<void> {
    await this.updatePullRequest(
      repository,
      number,
      { state: 'closed' },
      options,
    );
  }

  async deleteBranch(
    repository: ForgeRepository,
    branch: string,
    options: ForgeOptions = {},
  ): Promise<void> {
    assertChangeBranch(branch);
    try {
      await this.#connection.write(
        repository,
        z.unknown(),
        (octokit, signal) =>
          octokit.rest.git.deleteRef({
            ...addressOf(repository),
            ref: `heads/${branch}`,
            request: { signal },
          }),
        options.signal,
      );
    } catch (error) {
      // GitHub says 422 "Reference does not exist"; a branch that is still there was refused for another reason.
      const missing = isFault(error, 'rejected') || isFault(error, 'not-found');
      if (!missing || (await this.readBranch(repository, branch, options))) {
        throw error;
      }
    }
  }
}

/** Undefined instead of "not found". */
async function orUndefined<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isFault(error, 'not-found')) {
      return undefined;
    }
    throw error;
  }
}
