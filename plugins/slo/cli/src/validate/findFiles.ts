import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** A file or folder that could not be looked at. */
export interface UnreadablePath {
  path: string;
  reason: string;
}

/** A file to look at. */
export interface FoundFile {
  file: string;
  /** The folder that it was found in, where not the file itself was named. */
  folder?: string;
}

/**
 * The files that were named, and every `*.yml` and `*.yaml` below the folders that were named, each once and in the order
 * of names. Folders of packages and hidden ones are passed over. `-` stays what it is.
 */
export async function findFiles(
  paths: readonly string[],
  directory: string,
): Promise<{ files: FoundFile[]; unreadable: UnreadablePath[] }> {
  const files = new Map<string, FoundFile>();
  const unreadable: UnreadablePath[] = [];
  for (const path of paths) {
    try {
      for (const file of await filesAt(path, directory)) {
        const key = file === '-' ? file : resolve(directory, file);
        const folder = file === path ? {} : { folder: path };
        if (!files.has(key)) files.set(key, { file, ...folder });
      }
    } catch (error) {
      unreadable.push({ path, reason: (error as Error).message });
    }
  }
  return { files: [...files.values()], unreadable };
}

async function filesAt(path: string, directory: string): Promise<string[]> {
  if (path === '-') return [path];
  const found = await stat(resolve(directory, path));
  if (!found.isDirectory()) return [path];
  const files = await filesBelow(path, directory);
  if (files.length === 0) throw new Error('there is no *.yml or *.yaml in it');
  return files;
}

async function filesBelow(
  folder: string,
  directory: string,
): Promise<string[]> {
  const entries = await readdir(resolve(directory, folder), {
    withFileTypes: true,
  });
  const files: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const isPassedOver =
        entry.name === 'node_modules' || entry.name.startsWith('.');
      if (!isPassedOver) files.push(...(await filesBelow(path, directory)));
    } else if (entry.isFile() && /\.ya?ml$/i.test(entry.name)) {
      files.push(path);
    }
  }
  return files;
}
