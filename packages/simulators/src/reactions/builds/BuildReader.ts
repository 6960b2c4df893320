import { runGitForText } from '../../git/runGit';
import type { World } from '../../world/types';

/** What a build reads of the world. */
export interface BuildReader {
  /** The commit that a branch, a tag or a SHA means. */
  resolve(repository: string, version: string): Promise<string | undefined>;
  readFile(
    repository: string,
    revision: string,
    path: string,
  ): Promise<string | undefined>;
  /** The id that git gives the content of a folder. */
  treeOf(repository: string, revision: string, folder: string): Promise<string>;
  /** Whether Amazon ECR has a repository. */
  hasRegistry(name: string): boolean;
  /** Whether building the image of a commit failed, as the demo's history tells; nothing else fails by decree. */
  failed?(revision: string): boolean;
}

/** Reads the bare repositories and the store. */
export function createBuildReader({
  repositories,
  store,
}: Pick<World, 'repositories' | 'store'>): BuildReader {
  return {
    resolve: (repository, version) => repositories.resolve(repository, version),
    readFile: (repository, revision, path) =>
      repositories.readFile(repository, revision, path),
    treeOf: (repository, revision, folder) =>
      runGitForText(repositories.directory(repository), [
        'rev-parse',
        '--verify',
        `${revision}:${folder}`,
      ]),
    hasRegistry: name => store.get('ecr-repository', name) !== undefined,
  };
}
