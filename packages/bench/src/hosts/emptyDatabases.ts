import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entity } from '@backstage/catalog-model';

/** Files of the catalog's database; every other plugin has files of its own. */
const catalogFile = /^catalog\.sqlite/;

/** What the catalog was filled with, to the end. */
const filledFile = 'filled.json';

/**
 * Empties the databases in a folder and writes the entities beside them. The catalog stays when it was filled with the
 * same entities: that takes most of a start, and nothing of it is measured. Call `keep` when it has been filled.
 */
export async function emptyDatabases(
  directory: string,
  entities: Entity[],
): Promise<{ file: string; keep(): Promise<void> }> {
  await mkdir(directory, { recursive: true });
  const filled = join(directory, filledFile);
  const text = JSON.stringify(entities);
  const before = await readFile(filled, 'utf8').catch(() => undefined);
  const isKept = (name: string) =>
    before === text && (catalogFile.test(name) || name === filledFile);
  for (const name of await readdir(directory)) {
    if (!isKept(name)) await rm(join(directory, name), { recursive: true });
  }
  const file = join(directory, 'entities.json');
  await writeFile(file, text);
  return { file, keep: () => writeFile(filled, text) };
}
