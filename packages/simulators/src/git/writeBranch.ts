import { ConflictError } from '@backstage/errors';
import type { FileChanges } from '../world/types';
import { writeBlobs } from './blobs';
import { buildTree, type TreeChange } from './buildTree';
import { readCommit } from './commits';
import { createCommit, type Identity } from './createCommit';
import { updateReference } from './references';
import { requireRevision, resolveRevision } from './revisions';
import { listTree } from './trees';

/** A commit to put on a branch. */
interface BranchWrite {
  branch: string;
  from?: string;
  message: string;
  author: Identity;
  date: Date;
  changes: FileChanges;
}

/** A push over HTTP can move the branch between reading and writing it. */
const ATTEMPTS = 3;

/**
 * Commits changes on top of a branch. Where they change nothing, no commit is made.
 * @throws NotFoundError when `from` is needed and does not exist
 */
export async function writeBranch(
  directory: string,
  write: BranchWrite,
): Promise<{ before?: string; after: string }> {
  for (let attempt = 1; ; attempt++) {
    const name = `refs/heads/${write.branch}`;
    const before = await resolveRevision(directory, name);
    const parent =
      before ?? (write.from && (await requireRevision(directory, write.from)));
    const after = await commitOnTop(directory, parent, write);
    try {
      if (after !== before) {
        await updateReference(directory, name, before, after);
      }
      return { before, after };
    } catch (error) {
      const moved =
        error instanceof ConflictError &&
        (await resolveRevision(directory, name)) !== before;
      if (!moved || attempt === ATTEMPTS) throw error;
    }
  }
}

async function commitOnTop(
  directory: string,
  parent: string | undefined,
  write: BranchWrite,
): Promise<string> {
  const changes = await storeChanges(directory, parent, write.changes);
  const tree = await buildTree(directory, parent, changes);
  if (parent && (await readCommit(directory, parent)).tree === tree) {
    return parent;
  }
  return createCommit(directory, {
    tree,
    parents: parent ? [parent] : [],
    message: write.message,
    author: { ...write.author, date: write.date },
  });
}

async function storeChanges(
  directory: string,
  parent: string | undefined,
  changes: FileChanges,
): Promise<TreeChange[]> {
  const existing = parent
    ? await listTree(directory, parent, { recursive: true })
    : [];
  // An executable file stays one.
  const modes = new Map(existing.map(({ path, mode }) => [path, mode]));
  const contents: (string | Uint8Array)[] = [];
  for (const content of changes.values()) {
    if (content !== undefined) contents.push(content);
  }
  const shas = await writeBlobs(directory, contents);
  let next = 0;
  return [...changes].map(([path, content]) =>
    content === undefined
      ? { path }
      : { path, mode: modes.get(path), sha: shas[next++] },
  );
}
