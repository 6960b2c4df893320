import { readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';

/**
 * Regular files below a folder, as relative paths with forward slashes, sorted. Symbolic links are passed over: the
 * folder comes from a repository, and a link in it could point at anything on this machine.
 */
export async function listFiles(folder: string, below = ''): Promise<string[]> {
  const found: string[] = [];
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  for (const entry of entries) {
    const path = posix.join(below, entry.name);
    if (entry.isDirectory()) {
      found.push(...(await listFiles(folder, path)));
    } else if (entry.isFile()) {
      found.push(path);
    }
  }
  return found.sort();
}
