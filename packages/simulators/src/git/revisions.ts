import { NotFoundError } from '@backstage/errors';
import { runGit } from './runGit';

const SHA = /^[0-9a-f]{40}$/;

/** True for a full object id. */
export function isSha(text: string): boolean {
  return SHA.test(text);
}

/**
 * True for what may name a branch or tag (the rules of `git check-ref-format`). Also what keeps a revision from being
 * read as an option or as an expression such as `main~3` or `main:path`.
 */
export function isReferenceName(name: string): boolean {
  return (
    name.length > 0 &&
    name.length <= 250 &&
    // eslint-disable-next-line no-control-regex
    !/[\s~^:?*[\\\x00-\x1f\x7f]|\.\.|@\{|\/\/|\/\.|\.lock(\/|$)/.test(name) &&
    !/^[-./]|[./]$/.test(name) &&
    name !== '@'
  );
}

/** @throws NotFoundError for text that can name no revision */
export function assertRevision(revision: string): void {
  if (!isReferenceName(revision)) {
    throw new NotFoundError(`No commit found for the ref ${revision}`);
  }
}

/** The commit that a branch, a tag, a full ref or a (short) SHA names, or undefined. */
export async function resolveRevision(
  directory: string,
  revision: string,
): Promise<string | undefined> {
  if (!isReferenceName(revision)) {
    return undefined;
  }
  const output = await runGit(
    directory,
    ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`],
    // 128: the revision names an object that is not a commit, or one that is not there.
    { accepted: [1, 128] },
  );
  const sha = output.toString('utf8').trim();
  return isSha(sha) ? sha : undefined;
}

/** As `resolveRevision`. @throws NotFoundError when there is no such commit. */
export async function requireRevision(
  directory: string,
  revision: string,
): Promise<string> {
  const sha = await resolveRevision(directory, revision);
  if (!sha) {
    throw new NotFoundError(`No commit found for the ref ${revision}`);
  }
  return sha;
}
