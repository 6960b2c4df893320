import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import {
  PLATFORM_DEFAULTS,
  type RepositoryRole,
  type RepositorySnapshot,
  folderSnapshot,
  treeOf,
} from '@shopstack/plugin-golden-path-common';
import { readFolder } from '@shopstack/plugin-golden-path-node';

/**
 * Reads the three repositories below a folder. One that is missing is a fresh one.
 *
 * @throws InputError when the folder itself is not there, or a repository is a file.
 */
export async function readRepositories(
  folder: string,
): Promise<Record<RepositoryRole, RepositorySnapshot>> {
  if (!(await isFolder(folder))) {
    throw new InputError(`--repos: there is no folder ${folder}`);
  }
  const read = (role: RepositoryRole) =>
    readRepository(folder, PLATFORM_DEFAULTS.repositories[role]);
  const [apps, gitops, infra] = await Promise.all([
    read('apps'),
    read('gitops'),
    read('infra'),
  ]);
  return { apps, gitops, infra };
}

async function readRepository(
  parent: string,
  name: string,
): Promise<RepositorySnapshot> {
  const folder = join(parent, name);
  if (!(await isFolder(folder))) {
    return folderSnapshot(name, treeOf([]));
  }
  return folderSnapshot(
    name,
    await readFolder(folder),
    await defaultBranchOf(folder),
  );
}

/** A clone knows its forge's default branch; a repository made here has the one that is checked out. */
async function defaultBranchOf(folder: string): Promise<string> {
  for (const file of ['.git/refs/remotes/origin/HEAD', '.git/HEAD']) {
    const text = await readFile(join(folder, file), 'utf8').catch(() => '');
    const match = text.match(/^ref: refs\/(?:remotes\/origin|heads)\/(\S+)/);
    if (match) {
      return match[1];
    }
  }
  return 'main';
}

/** @throws InputError when something else stands there. */
async function isFolder(path: string): Promise<boolean> {
  const status = await stat(path).catch(() => undefined);
  if (status && !status.isDirectory()) {
    throw new InputError(`--repos: ${path} is not a folder`);
  }
  return status !== undefined;
}
