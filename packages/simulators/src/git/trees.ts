import { NotFoundError } from '@backstage/errors';
import { runGit } from './runGit';

/** One line of `git ls-tree`. */
export interface TreeEntry {
  mode: string;
  type: 'blob' | 'tree' | 'commit';
  sha: string;
  /** Bytes; only for blobs, and only when asked for. */
  size?: number;
  /** From the root of the tree that was listed. */
  path: string;
}

/** What to list of a tree-ish. */
interface ListOptions {
  recursive?: boolean;
  /** With `recursive`, also the folders. */
  folders?: boolean;
  sizes?: boolean;
  under?: string;
}

/** The entries of a tree (or of a commit's tree), in git's order. @throws NotFoundError */
export async function listTree(
  directory: string,
  treeish: string,
  options: ListOptions = {},
): Promise<TreeEntry[]> {
  const args = ['ls-tree', '-z', '--full-tree'];
  if (options.recursive) args.push('-r');
  if (options.folders) args.push('-t');
  if (options.sizes) args.push('-l');
  args.push(treeish);
  const under = options.under?.replace(/^\/+|\/+$/g, '');
  if (under) args.push('--', under);
  const output = await runGit(directory, args, { accepted: [128] });
  const entries = parseEntries(output.toString('utf8'));
  if (
    entries.length === 0 &&
    !under &&
    !(await resolveTree(directory, treeish))
  ) {
    throw new NotFoundError(`No tree found for ${treeish}`);
  }
  return entries;
}

/** The entry at a path, or undefined; the empty path is the root. */
export async function findEntry(
  directory: string,
  treeish: string,
  path: string,
): Promise<TreeEntry | undefined> {
  const clean = path.replace(/^\/+|\/+$/g, '');
  const entries = await listTree(directory, treeish, {
    under: clean,
    sizes: true,
  });
  return entries.find(entry => entry.path === clean);
}

/** The SHA of the tree that a tree-ish has, or undefined. */
export async function resolveTree(
  directory: string,
  treeish: string,
): Promise<string | undefined> {
  const output = await runGit(
    directory,
    ['rev-parse', '--verify', '--quiet', `${treeish}^{tree}`],
    { accepted: [1, 128] },
  );
  return output.toString('utf8').trim() || undefined;
}

function parseEntries(output: string): TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (const line of output.split('\0')) {
    const tab = line.indexOf('\t');
    if (tab < 0) continue;
    const [mode, type, sha, size] = line.slice(0, tab).split(/ +/);
    entries.push({
      mode,
      type: type as TreeEntry['type'],
      sha,
      ...(size !== undefined && size !== '-' && { size: Number(size) }),
      path: line.slice(tab + 1),
    });
  }
  return entries;
}
