import { posix } from 'node:path';
import { KustomizeError } from './KustomizeError';

/** The files a build may read, addressed by paths relative to the root of the repository. */
export class SourceTree {
  readonly #files: ReadonlyMap<string, string>;
  readonly #directories = new Set<string>(['.']);

  constructor(files: ReadonlyMap<string, string>) {
    this.#files = files;
    for (const path of files.keys()) {
      let directory = posix.dirname(path);
      while (!this.#directories.has(directory)) {
        this.#directories.add(directory);
        directory = posix.dirname(directory);
      }
    }
  }

  isDirectory(path: string): boolean {
    return this.#directories.has(path);
  }

  isFile(path: string): boolean {
    return this.#files.has(path);
  }

  /** The path that `reference` means when it is written in a file of `directory`. */
  resolve(directory: string, reference: string): string {
    const path = posix.normalize(posix.join(directory, reference));
    return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
  }

  /**
   * The text of a file that a kustomization of `root` names.
   * @throws KustomizeError when it does not exist or lies outside of `root`, which kustomize refuses.
   */
  read(root: string, reference: string): string {
    const path = this.resolve(root, reference);
    const text = this.#files.get(path);
    if (text === undefined) {
      throw new KustomizeError(
        this.isDirectory(path)
          ? `'${path}' must resolve to a file`
          : `evalsymlink failure on '${path}' : lstat ${path}: no such file or directory`,
      );
    }
    if (root !== '.' && !path.startsWith(`${root}/`)) {
      throw new KustomizeError(
        `security; file '${path}' is not in or below '${root}'`,
      );
    }
    return text;
  }
}
