import { posix } from 'node:path';
import { isMap } from '../kustomize/manifest';
import { parseYaml } from '../kustomize/parseYaml';
import type { GitCommit, World } from '../world/types';
import type { Sources } from './sources/Sources';
import type { ApplicationSource } from './types';

/** Commits that are looked at for each directory. */
const MOST = 30;

/** Finds the commits that changed what sources render; what several of them build on is asked for once. */
export class RenderHistory {
  readonly #world: World;
  readonly #sources: Sources;
  readonly #logs = new Map<string, Promise<GitCommit[]>>();

  constructor(world: World, sources: Sources) {
    this.#world = world;
    this.#sources = sources;
  }

  /** Oldest first: the commits of a source's path and of the bases it builds on. */
  async of(source: ApplicationSource, revision: string): Promise<GitCommit[]> {
    const repository = await this.#sources.repository(source.repoURL);
    const files = await this.#sources.tree(repository, revision);
    const path = posix.normalize(source.path?.trim() || '.');
    const logs = await Promise.all(
      [path, ...bases(files, path)].map(directory =>
        this.#log(repository, revision, directory),
      ),
    );
    const commits = new Map(logs.flat().map(commit => [commit.sha, commit]));
    return [...commits.values()].sort((one, other) => time(one) - time(other));
  }

  #log(
    repository: string,
    ref: string,
    directory: string,
  ): Promise<GitCommit[]> {
    const key = `${repository}@${ref}:${directory}`;
    let log = this.#logs.get(key);
    if (!log) {
      const path = directory === '.' ? undefined : directory;
      log = this.#world.repositories.log(repository, { ref, path, max: MOST });
      this.#logs.set(key, log);
    }
    return log;
  }
}

/** Directories that a kustomization names as resources, and theirs. */
function bases(files: Map<string, string>, directory: string): string[] {
  const text = files.get(posix.join(directory, 'kustomization.yaml'));
  const [content] = text === undefined ? [] : parseYaml(text);
  if (!isMap(content)) {
    return [];
  }
  const named = [content.resources, content.components, content.bases]
    .flatMap(list => (Array.isArray(list) ? list : []))
    .filter(entry => typeof entry === 'string' && entry.startsWith('../'))
    .map(entry => posix.join(directory, entry));
  return [...named, ...named.flatMap(each => bases(files, each))];
}

function time({ committer }: GitCommit): number {
  return new Date(committer.date).getTime();
}
