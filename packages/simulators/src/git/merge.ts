import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readBlobs, writeBlobs } from './blobs';
import { buildTree, type TreeChange } from './buildTree';
import { runGitForCode } from './runGit';
import { listTree, type TreeEntry } from './trees';
import { withWorkDirectory } from './workDirectory';

/** The merged tree, or the paths that both sides changed in ways that do not go together. */
export type MergeResult =
  | { tree: string; conflicts?: undefined }
  | { tree?: undefined; conflicts: string[] };

/** Commits or trees; without `base` every path that both sides have differently is a conflict. */
interface MergeSides {
  base: string | undefined;
  ours: string;
  theirs: string;
}

/**
 * Three-way merge of trees, path by path; only files that both sides changed are merged line by line (`git
 * merge-file`). Renames are not followed: a file renamed on one side and edited on the other is a conflict.
 */
export async function mergeTrees(
  directory: string,
  sides: MergeSides,
): Promise<MergeResult> {
  const [base, ours, theirs] = await Promise.all([
    entriesByPath(directory, sides.base),
    entriesByPath(directory, sides.ours),
    entriesByPath(directory, sides.theirs),
  ]);
  const changes: TreeChange[] = [];
  const conflicts: string[] = [];
  const both: { path: string; entries: [TreeEntry, TreeEntry, TreeEntry] }[] =
    [];
  for (const path of new Set([...base.keys(), ...theirs.keys()])) {
    const [before, mine, other] = [base, ours, theirs].map(m => m.get(path));
    if (same(mine, other) || same(before, other)) continue;
    if (same(before, mine)) {
      changes.push({ path, mode: other?.mode, sha: other?.sha });
    } else if (before && mine && other && mergeable([before, mine, other])) {
      both.push({ path, entries: [before, mine, other] });
    } else {
      conflicts.push(path);
    }
  }
  for (const { path, entries } of both) {
    const merged = await mergeFile(directory, entries);
    if (merged) changes.push({ path, mode: entries[1].mode, sha: merged });
    else conflicts.push(path);
  }
  conflicts.push(...fileAgainstFolder(ours, changes));
  if (conflicts.length > 0) {
    return { conflicts: [...new Set(conflicts)].sort() };
  }
  return { tree: await buildTree(directory, sides.ours, changes) };
}

async function entriesByPath(directory: string, treeish: string | undefined) {
  const entries = treeish
    ? await listTree(directory, treeish, { recursive: true })
    : [];
  return new Map(entries.map(entry => [entry.path, entry]));
}

function same(one?: TreeEntry, other?: TreeEntry): boolean {
  return one?.sha === other?.sha && one?.mode === other?.mode;
}

function mergeable(entries: TreeEntry[]): boolean {
  return entries.every(entry => entry.mode.startsWith('100'));
}

/** The SHA of the merged file, or undefined when its lines conflict or it is binary. */
async function mergeFile(directory: string, entries: TreeEntry[]) {
  const blobs = await readBlobs(
    directory,
    entries.map(entry => entry.sha),
  );
  return withWorkDirectory(directory, async folder => {
    await mkdir(folder, { recursive: true });
    const paths = ['base', 'ours', 'theirs'].map(name => join(folder, name));
    for (const [index, entry] of entries.entries()) {
      await writeFile(paths[index], blobs.get(entry.sha) ?? '');
    }
    const [base, ours, theirs] = paths;
    // The result replaces `ours`; the exit code is the number of conflicts, or 255 for a binary file.
    const code = await runGitForCode(directory, [
      'merge-file',
      '--quiet',
      ours,
      base,
      theirs,
    ]);
    if (code !== 0) return undefined;
    const [sha] = await writeBlobs(directory, [await readFile(ours)]);
    return sha;
  });
}

/** Paths that would be a file and a folder at once. */
function fileAgainstFolder(
  ours: Map<string, TreeEntry>,
  changes: TreeChange[],
): string[] {
  const files = new Set(ours.keys());
  for (const { path, sha } of changes) {
    if (sha) files.add(path);
    else files.delete(path);
  }
  const conflicts: string[] = [];
  for (const { path, sha } of changes) {
    if (!sha) continue;
    const segments = path.split('/');
    for (let length = 1; length < segments.length; length++) {
      const folder = segments.slice(0, length).join('/');
      if (files.has(folder)) conflicts.push(folder);
    }
  }
  // The other way round: a new file where ours has a folder.
  const added = new Set(changes.filter(c => c.sha).map(c => c.path));
  for (const file of files) {
    for (const path of added) {
      if (file.startsWith(`${path}/`)) conflicts.push(path);
    }
  }
  return conflicts;
}
