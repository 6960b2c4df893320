/** The files of a repository at one commit. Paths are relative to its root and use `/`. */
export interface RepositoryTree {
  /** Text of every text file by path. */
  readonly files: ReadonlyMap<string, string>;
  /** Files whose content was not read: binary, larger than a person would write, or a link. They are there, and never changed. */
  readonly opaque: ReadonlySet<string>;
  /** Paths of executable files. */
  readonly executable: ReadonlySet<string>;
}

/** A tree from texts alone. */
export function treeOf(
  files: Iterable<readonly [string, string]>,
): RepositoryTree {
  return {
    files: new Map(files),
    opaque: new Set(),
    executable: new Set(),
  };
}

/** Paths of all files, sorted, so that nothing depends on the order in which they were read. */
export function pathsOf(tree: RepositoryTree): string[] {
  return [...tree.files.keys(), ...tree.opaque].sort();
}

/** True when a file stands at the path, or below it. */
export function holds(tree: RepositoryTree, path: string): boolean {
  return pathsOf(tree).some(
    file => file === path || file.startsWith(`${path}/`),
  );
}

/** True when nothing but what a forge puts into a new repository is there. */
export function isFresh(tree: RepositoryTree): boolean {
  const incidental =
    /^(readme|license|licence|contributing|security|codeowners)(\.[a-z]+)?$|^\.(git|editor|prettier)[a-z]*$|^\.gitkeep$|^\.github\/(codeowners|dependabot\.ya?ml|pull_request_template\.md)$/i;
  return pathsOf(tree).every(
    path => incidental.test(path) || path.endsWith('/.gitkeep'),
  );
}
