import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Git holds a ref's lock for milliseconds. One older than this was left by a process that was killed, and would refuse
 * every later write of that ref.
 */
const STALE_AFTER_MS = 3_000;

/** Removes the lock files that a killed process left in a bare repository; answers those that are still young. */
export async function removeStaleLocks(directory: string): Promise<string[]> {
  const candidates = [
    ...(await lockFiles(directory, false)),
    ...(await lockFiles(join(directory, 'refs'), true)),
  ];
  const young: string[] = [];
  for (const path of candidates) {
    const found = await stat(path).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > STALE_AFTER_MS) {
      await rm(path, { force: true });
    } else if (found) {
      young.push(path);
    }
  }
  return young;
}

async function lockFiles(folder: string, recursive: boolean) {
  const names = await readdir(folder, { recursive }).catch(() => []);
  return names
    .filter(name => name.endsWith('.lock'))
    .map(name => join(folder, name));
}
