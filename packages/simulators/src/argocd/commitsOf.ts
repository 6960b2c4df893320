import { posix } from 'node:path';
import { isMap } from '../kustomize/manifest';
import { parseYaml } from '../kustomize/parseYaml';
import type { GitCommit, World } from '../world/types';
import type { Sources } from './sources/Sources';
import type { ApplicationSource } from './types';

/** Commits that are looked at for each directory. */
const MOST = 30;

/** The commits that changed what a source renders, oldest first: those of its path and of the bases it builds on. */
export async function commitsOf(
  world: World,
  sources: Sources,
  source: ApplicationSource,
  revision: string,
): Promise<GitCommit[]> {
  const repository = await sources.repository(source.repoURL);
  const path = posix.normalize(source.path?.trim() || '.');
  const directories = [
    path,
    ...(await bases(world, repository, revision, path)),
  ];
  const logs = await Promise.all(
    directories.map(directory =>
      world.repositories.log(repository, {
        ref: revision,
        ...(directory !== '.' && { path: directory }),
        max: MOST,
      }),
    ),
  );
  const commits = new Map(logs.flat().map(commit => [commit.sha, commit]));
  return [...commits.values()].sort(
    (one, other) =>
      new Date(one.committer.date).getTime() -
      new Date(other.committer.date).getTime(),
  );
}

/** Directories that a kustomization names as resources, and theirs. */
async function bases(
  world: World,
  repository: string,
  revision: string,
  directory: string,
): Promise<string[]> {
  const text = await world.repositories.readFile(
    repository,
    revision,
    posix.join(directory, 'kustomization.yaml'),
  );
  const [content] = text === undefined ? [] : parseYaml(text);
  if (!isMap(content)) {
    return [];
  }
  const named = [content.resources, content.components, content.bases]
    .flatMap(list => (Array.isArray(list) ? list : []))
    .filter(entry => typeof entry === 'string' && entry.startsWith('../'))
    .map(entry => posix.join(directory, entry));
  const deeper = await Promise.all(
    named.map(each => bases(world, repository, revision, each)),
  );
  return [...named, ...deeper.flat()];
}
