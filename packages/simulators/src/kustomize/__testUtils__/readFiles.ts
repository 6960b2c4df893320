import { readdirSync, readFileSync } from 'node:fs';
import { posix, relative, sep } from 'node:path';

/** Every text file below a directory, by its path relative to it; what starts with a dot is left out. */
export function readFiles(root: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(root, {
    recursive: true,
    withFileTypes: true,
  })) {
    const full = `${entry.parentPath}/${entry.name}`;
    const path = relative(root, full).split(sep).join(posix.sep);
    if (entry.isFile() && !/(?:^|\/)\.git(?:\/|$)/.test(path)) {
      files.set(path, readFileSync(full, 'utf8'));
    }
  }
  return files;
}

/** The directories that hold a kustomization, in order. */
export function kustomizationDirectories(
  files: ReadonlyMap<string, string>,
): string[] {
  return [...files.keys()]
    .filter(path => posix.basename(path) === 'kustomization.yaml')
    .map(path => posix.dirname(path))
    .sort();
}
