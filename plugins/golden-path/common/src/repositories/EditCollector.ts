import { ConflictError } from '@backstage/errors';
import type { PlannedEdit } from '../plan/Plan';
import type { RepositoryTree } from '../plan/RepositoryTree';
import type { SkeletonFile } from '../render/renderSkeleton';

/** Gathers the edits of one repository on one branch, and refuses those that would write over something. */
export class EditCollector {
  readonly #tree: RepositoryTree;
  readonly #edits = new Map<string, PlannedEdit>();
  readonly #taken: Map<string, string>;

  constructor(tree: RepositoryTree) {
    this.#tree = tree;
    this.#taken = new Map(
      [...tree.files.keys(), ...tree.opaque].map(path => [
        path.toLowerCase(),
        path,
      ]),
    );
  }

  /** @throws ConflictError when a file stands there already, in whatever case. */
  create(path: string, file: string | SkeletonFile): void {
    const { content, executable } =
      typeof file === 'string' ? { content: file, executable: false } : file;
    assertSafe(path);
    const existing = this.#taken.get(path.toLowerCase());
    if (existing !== undefined) {
      throw new ConflictError(`${existing} is there already`);
    }
    this.#taken.set(path.toLowerCase(), path);
    this.#edits.set(path, {
      path,
      action: 'create',
      after: content,
      mode: executable ? '100755' : '100644',
    });
  }

  /** Creates the files that are not there yet. */
  createMissing(files: Iterable<[string, SkeletonFile]>): void {
    for (const [path, file] of files) {
      if (!this.#taken.has(path.toLowerCase())) {
        this.create(path, file);
      }
    }
  }

  /** Replaces the text of a file that is there. */
  modify(path: string, after: string): void {
    const before = this.#tree.files.get(path);
    if (before === undefined) {
      throw new ConflictError(`${path} is not a text file of the repository`);
    }
    if (before !== after) {
      const mode = this.#tree.executable.has(path) ? '100755' : '100644';
      this.#edits.set(path, { path, action: 'modify', before, after, mode });
    }
  }

  /** The edits, in the order of their paths. */
  edits(): PlannedEdit[] {
    return [...this.#edits.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** The text files of the repository as they will be. */
  result(): Map<string, string> {
    const files = new Map(this.#tree.files);
    for (const { path, after } of this.#edits.values()) {
      files.set(path, after);
    }
    return files;
  }
}

/** A path stays in its repository and out of git's own folder. */
function assertSafe(path: string): void {
  const parts = path.split('/');
  const unsafe = parts.some(
    part =>
      part === '' || part === '.' || part === '..' || /^\.git$/i.test(part),
  );
  if (unsafe || /[\\\p{Cc}]/u.test(path)) {
    throw new ConflictError(`"${path}" is not a path inside the repository`);
  }
}
