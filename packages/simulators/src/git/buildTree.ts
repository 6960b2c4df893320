import { InputError } from '@backstage/errors';
import { join } from 'node:path';
import { runGit, runGitForText } from './runGit';
import { withWorkDirectory } from './workDirectory';

/** A path of a new tree: an object to put there, or no SHA to remove what is there. */
export interface TreeChange {
  path: string;
  mode?: string;
  sha?: string;
}

const REGULAR_FILE = '100644';
const ZERO = '0'.repeat(40);

/** Writes a tree: the changes on top of `base` (or of nothing), through an index of its own. */
export async function buildTree(
  directory: string,
  base: string | undefined,
  changes: readonly TreeChange[],
): Promise<string> {
  for (const change of changes) {
    assertPath(change.path);
  }
  return withWorkDirectory(directory, async folder => {
    const environment = { GIT_INDEX_FILE: join(folder, 'index') };
    if (base) {
      await runGit(directory, ['read-tree', base], { environment });
    }
    if (changes.length > 0) {
      const input = [...changes].sort(removalsFirst).map(formatChange).join('');
      await runGit(directory, ['update-index', '-z', '--index-info'], {
        environment,
        input,
      });
    }
    return runGitForText(directory, ['write-tree'], { environment });
  });
}

/** @throws InputError for a path that a checkout could not or must not hold. */
function assertPath(path: string): void {
  const segments = path.split('/');
  const refused = segments.some(
    segment =>
      ['', '.', '..'].includes(segment) || segment.toLowerCase() === '.git',
  );
  if (refused || path.includes('\0')) {
    throw new InputError(`Not a path inside a repository: '${path}'`);
  }
}

// So that a file can take the place of a folder whose files are removed by the same change.
function removalsFirst(one: TreeChange, other: TreeChange): number {
  return Number(one.sha !== undefined) - Number(other.sha !== undefined);
}

function formatChange({ path, mode = REGULAR_FILE, sha }: TreeChange): string {
  return sha ? `${mode} ${sha}\t${path}\0` : `0 ${ZERO}\t${path}\0`;
}
