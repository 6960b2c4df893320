import { lstat, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RepositoryTree } from '@shopstack/plugin-golden-path-common';
import { toText } from './toText';

/** Reads a plain folder, or the working tree of a clone, as a repository. Git's own folder is left out. */
export async function readFolder(root: string): Promise<RepositoryTree> {
  const files = new Map<string, string>();
  const opaque = new Set<string>();
  const executable = new Set<string>();

  async function visit(folder: string): Promise<void> {
    const names = (await readdir(join(root, folder))).sort();
    for (const name of names) {
      if (folder === '' && name === '.git') {
        continue;
      }
      const path = folder === '' ? name : `${folder}/${name}`;
      const status = await lstat(join(root, path));
      if (status.isDirectory()) {
        await visit(path);
      } else if (status.isFile()) {
        const text = toText(await readFile(join(root, path)));
        if (text === undefined) {
          opaque.add(path);
        } else {
          files.set(path, text);
        }
        // The owner's bit is the only one that git keeps.
        if (Math.floor(status.mode / 0o100) % 2 === 1) {
          executable.add(path);
        }
      } else {
        opaque.add(path);
      }
    }
  }

  await visit('');
  return { files, opaque, executable };
}
