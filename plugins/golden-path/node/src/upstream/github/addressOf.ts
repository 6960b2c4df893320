import type { ForgeRepository } from '../../forge/GitForge';

/** A repository as Octokit's calls name it. */
export function addressOf({ owner, name }: ForgeRepository) {
  return { owner, repo: name };
}
