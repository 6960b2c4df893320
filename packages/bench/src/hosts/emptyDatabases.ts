import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entity } from '@backstage/catalog-model';

/** Files of the catalog's database; every other plugin has files of its own. */
const catalogFile = /^catalog\.sqlite/;

/**
 * Empties the databases in a folder and writes the entities beside them; answers the file of the entities. The catalog
 * stays as it is when it was filled with the same: that takes most of a start, and nothing of it is measured.
 */
export async function emptyDatabases(
  directory: string,
  entities: Entity[],
): Promise<string> {
  await mkdir(directory, { recursive: true });
  const file = join(directory, 'entities.json');
  const text = JSON.stringify(entities);
  const before = await readFile(file, 'utf8').catch(() => undefined);
  for (const name of await readdir(directory)) {
    if (before !== text || !catalogFile.test(name)) {
      await rm(join(directory, name), { recursive: true });
    }
  }
  await writeFile(file, text);
  return file;
}
