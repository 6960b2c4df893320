import { NotFoundError } from '@backstage/errors';
import type { GitCommit } from '../world/types';
import { runGit, runGitForText } from './runGit';

const FIELDS = ['%H', '%T', '%P', '%an', '%ae', '%aI', '%cn', '%ce', '%cI'];
const FORMAT = `--format=${[...FIELDS, '%B'].join('%x00')}%x00`;

/** Which commits to read: `ref` and all its ancestors, newest first, but not those of `exclude`. */
interface LogOptions {
  ref: string;
  exclude?: string;
  path?: string;
  max?: number;
  skip?: number;
  /** Only commits of this author (part of the name or of the address). */
  author?: string;
  /** ISO strings. */
  since?: string;
  until?: string;
}

/** Commits reachable from a SHA, newest first. */
export async function readLog(
  directory: string,
  options: LogOptions,
): Promise<GitCommit[]> {
  const { ref, exclude, path, max, skip, author, since, until } = options;
  const args = ['log', '--topo-order', FORMAT];
  if (max !== undefined) args.push(`--max-count=${max}`);
  if (skip) args.push(`--skip=${skip}`);
  if (author) args.push('--fixed-strings', `--author=${author}`);
  if (since) args.push(`--since=${since}`);
  if (until) args.push(`--until=${until}`);
  args.push(ref);
  if (exclude) args.push(`^${exclude}`);
  args.push('--');
  if (path) args.push(`:(literal)${path}`);
  return parseCommits((await runGit(directory, args)).toString('utf8'));
}

/** One commit by its SHA, or by a ref that was checked. @throws NotFoundError */
export async function readCommit(
  directory: string,
  sha: string,
): Promise<GitCommit> {
  const output = await runGit(
    directory,
    ['log', '--max-count=1', FORMAT, sha, '--'],
    { accepted: [128] },
  );
  const [commit] = parseCommits(output.toString('utf8'));
  if (!commit) {
    throw new NotFoundError(`No commit found for SHA: ${sha}`);
  }
  return commit;
}

/** How many commits are on one side and not on the other. */
export async function countBetween(
  directory: string,
  base: string,
  head: string,
): Promise<{ ahead: number; behind: number }> {
  const counts = await runGitForText(directory, [
    'rev-list',
    '--left-right',
    '--count',
    `${base}...${head}`,
  ]);
  const [behind, ahead] = counts.split(/\s+/).map(Number);
  return { ahead, behind };
}

/** The best common ancestor, or undefined when the histories are unrelated. */
export async function mergeBase(
  directory: string,
  one: string,
  other: string,
): Promise<string | undefined> {
  const output = await runGit(directory, ['merge-base', one, other], {
    accepted: [1],
  });
  return output.toString('utf8').trim() || undefined;
}

function parseCommits(output: string): GitCommit[] {
  const fields = output.split('\0');
  const commits: GitCommit[] = [];
  const width = FIELDS.length + 1;
  for (let start = 0; start + width <= fields.length; start += width) {
    const [sha, tree, parents, name, email, date, byName, byEmail, byDate] =
      fields.slice(start, start + width);
    commits.push({
      sha: sha.trim(),
      tree,
      parents: parents.split(' ').filter(Boolean),
      author: { name, email, date: toIso(date) },
      committer: { name: byName, email: byEmail, date: toIso(byDate) },
      message: fields[start + width - 1].replace(/\n+$/, ''),
    });
  }
  return commits;
}

function toIso(date: string): string {
  return new Date(date).toISOString();
}
