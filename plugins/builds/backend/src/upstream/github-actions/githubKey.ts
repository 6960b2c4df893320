import { createHash } from 'node:crypto';

const DIGITS = 24;

/** The key of a workflow in our API; without a file that of all workflows of the repository. */
export function githubKey(
  host: string,
  slug: string,
  file: string | undefined,
): string {
  // GitHub takes owner and name in any case.
  const name = `${host}/${slug}`.toLowerCase();
  const hash = createHash('sha256').update(`${name}/${file ?? ''}`);
  return `github-${hash.digest('hex').slice(0, DIGITS)}`;
}
