import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './paths.mjs';

const skipped = new Set(['node_modules', 'dist', 'dist-types', 'coverage']);

function* filesBelow(path) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) {
    if (!skipped.has(name)) yield* filesBelow(join(path, name));
  }
}

/** A hash over the names and contents of files and folders, given relative to the root. */
export function fingerprint(paths, extra = '') {
  const hash = createHash('sha256').update(extra);
  for (const path of paths) {
    for (const file of filesBelow(join(root, path))) {
      hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

/** Folders of the workspaces, relative to the root. */
export function workspaces() {
  const folders = path =>
    readdirSync(join(root, path), { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => `${path}/${entry.name}`);
  return [...folders('packages'), ...folders('plugins').flatMap(folders)]
    .filter(path => existsSync(join(root, path, 'package.json')))
    .sort();
}

/** Reads a stamp file, or undefined. */
export const readStamp = file =>
  existsSync(file) ? readFileSync(file, 'utf8') : undefined;
