import type { World } from '../../world/types';

/** A revision and a path in it. */
export interface RefPath {
  ref: string;
  sha: string;
  path: string;
}

/** Splits `<ref>/<path>`, where a branch may have slashes in its name; undefined when there is no such ref. */
export async function resolveRefPath(
  world: World,
  repository: string,
  text: string,
): Promise<RefPath | undefined> {
  const clean = text.replace(/\/+$/, '');
  const branches = await world.repositories.branches(repository);
  const branch = branches
    .filter(({ name }) => clean === name || clean.startsWith(`${name}/`))
    .sort((one, other) => other.name.length - one.name.length)[0];
  if (branch) {
    const path = clean.slice(branch.name.length + 1);
    return { ref: branch.name, sha: branch.sha, path };
  }
  const [ref, ...segments] = clean.split('/');
  const sha = await world.repositories.resolve(repository, ref);
  return sha ? { ref, sha, path: segments.join('/') } : undefined;
}
