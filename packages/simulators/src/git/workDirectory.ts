import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Beside the repositories, so that nothing is left outside the state directory by a killed process. */
export function workRoot(root: string): string {
  return join(root, '.work');
}

/** Runs the function with an empty folder that is gone afterwards. */
export async function withWorkDirectory<T>(
  directory: string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const root = workRoot(dirname(directory));
  await mkdir(root, { recursive: true });
  const folder = await mkdtemp(join(root, 'git-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
