import { runGit } from './runGit';

/** The tree of nothing, which git knows without having it: what a first commit is compared with. */
export const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** How one file differs between two trees. */
export interface FileDifference {
  path: string;
  previousPath?: string;
  status: 'added' | 'modified' | 'removed' | 'renamed';
  additions: number;
  deletions: number;
  binary: boolean;
  /** SHA of the blob after the change, or before it for a removed file. */
  sha: string;
  /** The hunks of the unified diff, without its header; empty for a binary file or a pure rename. */
  patch: string;
}

/** Paths that differ between two commits or trees; a rename counts as two. */
export async function listChangedPaths(
  directory: string,
  from: string,
  to: string,
): Promise<string[]> {
  const output = await runGit(directory, [
    ...['diff-tree', '-r', '-z', '--no-renames', '--name-only'],
    ...[from, to],
  ]);
  return output.toString('utf8').split('\0').filter(Boolean);
}

/** The unified diff between two commits or trees, as `git diff` prints it. */
export async function readPatch(
  directory: string,
  from: string,
  to: string,
): Promise<string> {
  const output = await runGit(directory, [
    ...['diff-tree', '-r', '-M', '-p', '--full-index', from, to],
  ]);
  return output.toString('utf8');
}

/** All differences between two commits or trees, in order of their paths. */
export async function readDifferences(
  directory: string,
  from: string,
  to: string,
): Promise<FileDifference[]> {
  const [raw, numbers, patch] = await Promise.all([
    runGit(directory, ['diff-tree', '-r', '-M', '-z', '--raw', from, to]),
    runGit(directory, ['diff-tree', '-r', '-M', '-z', '--numstat', from, to]),
    readPatch(directory, from, to),
  ]);
  const counts = parseNumbers(numbers.toString('utf8'));
  // Both lists have the order of the trees. Lines of a file's content never start at the first column.
  const patches = patch.split(/^diff --git /m).slice(1);
  return parseRaw(raw.toString('utf8')).map(({ letter, ...file }, index) => ({
    ...file,
    ...counts[index],
    // A file that became a link, or the other way round, has two parts: all removed, then all added.
    patch: patches
      .splice(0, letter === 'T' ? 2 : 1)
      .map(onlyHunks)
      .join('\n'),
  }));
}

const STATUS = {
  A: 'added',
  D: 'removed',
  R: 'renamed',
  M: 'modified',
  T: 'modified',
} as const;

function parseRaw(output: string) {
  const fields = output.split('\0');
  const files: (Pick<
    FileDifference,
    'path' | 'previousPath' | 'status' | 'sha'
  > & { letter: string })[] = [];
  for (let index = 0; fields[index]?.startsWith(':'); ) {
    const [, , before, after, letter] = fields[index++].split(' ');
    const status = STATUS[letter[0] as keyof typeof STATUS] ?? 'modified';
    const first = fields[index++];
    const second = status === 'renamed' ? fields[index++] : undefined;
    files.push({
      letter: letter[0],
      path: second ?? first,
      ...(second && { previousPath: first }),
      status,
      sha: status === 'removed' ? before : after,
    });
  }
  return files;
}

function parseNumbers(output: string) {
  const fields = output.split('\0');
  const counts: Pick<FileDifference, 'additions' | 'deletions' | 'binary'>[] =
    [];
  for (let index = 0; fields[index]; ) {
    const [additions, deletions, path] = fields[index++].split('\t');
    // A rename has an empty path here; its two paths follow.
    if (!path) index += 2;
    counts.push({
      additions: Number(additions) || 0,
      deletions: Number(deletions) || 0,
      binary: additions === '-',
    });
  }
  return counts;
}

function onlyHunks(patch: string): string {
  const start = patch.search(/^@@/m);
  return start < 0 ? '' : patch.slice(start).replace(/\n$/, '');
}
