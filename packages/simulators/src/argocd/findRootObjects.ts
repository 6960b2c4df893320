import { posix } from 'node:path';
import type { Manifest } from '../kustomize/manifest';
import { parseYaml } from '../kustomize/parseYaml';
import { sourcesOf } from './applications';
import type { Application } from './types';

/** Where the parents of the app-of-apps layout lie, which somebody has to apply by hand. */
const ROOT = 'apps/root/';

/**
 * The Applications and AppProjects of a GitOps repository that no Application of it would apply: those below
 * `apps/root`, or, in another layout, those that lie in no Application's path.
 */
export function findRootObjects(
  files: ReadonlyMap<string, string>,
): Manifest[] {
  const found = [...files]
    .filter(([path]) => /\.ya?ml$/.test(path))
    .flatMap(([path, text]) =>
      argoObjects(text).map(object => ({ path, object })),
    );
  const root = found.filter(({ path }) => path.startsWith(ROOT));
  if (root.length > 0) {
    return root.map(({ object }) => object);
  }
  const sources = found
    .filter(({ object }) => object.kind === 'Application')
    .flatMap(({ object }) =>
      sourcesOf(object as Application).map(source => ({ object, source })),
    );
  return found
    .filter(({ path, object }) =>
      sources.every(
        ({ object: application, source }) =>
          application === object ||
          !covers(source.path ?? '.', source.directory?.recurse, path),
      ),
    )
    .map(({ object }) => object);
}

function argoObjects(text: string): Manifest[] {
  // Most files are something else, and some of them are templates that are not YAML.
  if (!text.includes('argoproj.io/')) {
    return [];
  }
  try {
    return (parseYaml(text) as Manifest[]).filter(
      object =>
        /^argoproj\.io\//.test(object?.apiVersion ?? '') &&
        ['Application', 'ApplicationSet', 'AppProject'].includes(object.kind),
    );
  } catch {
    return [];
  }
}

function covers(
  directory: string,
  recurse: boolean | undefined,
  path: string,
): boolean {
  const relative = posix.relative(posix.normalize(directory.trim()), path);
  return !relative.startsWith('..') && (recurse || !relative.includes('/'));
}
