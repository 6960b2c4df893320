import { join } from 'node:path';
import { NotFoundError } from '@backstage/errors';
import type { Skeleton } from '@shopstack/plugin-golden-path-common';
import { readFolder } from './readFolder';

/** Templates that a planner exists for. */
const TEMPLATES = ['create-service'];

/**
 * Reads the files of a golden path. They are ours and trusted; what a caller sends is only the name.
 *
 * @throws NotFoundError when there is no such template, or its folder is not where the configuration says.
 */
export async function loadTemplate(
  directory: string,
  name: string,
): Promise<Skeleton> {
  if (!TEMPLATES.includes(name)) {
    throw new NotFoundError(
      `There is no golden path "${name}", only ${TEMPLATES.join(', ')}`,
    );
  }
  const folder = join(directory, name);
  const { files, executable } = await readFolder(folder).catch(error => {
    throw new NotFoundError(
      `The template ${name} cannot be read at ${folder}: ${error.message}`,
    );
  });
  return new Map(
    [...files].map(([path, content]) => [
      path,
      { content, executable: executable.has(path) },
    ]),
  );
}
