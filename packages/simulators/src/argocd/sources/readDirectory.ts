import { minimatch } from 'minimatch';
import { posix } from 'node:path';
import { isMap, type Manifest } from '../../kustomize/manifest';
import { parseYaml } from '../../kustomize/parseYaml';
import type { ApplicationSource } from '../types';

/**
 * The objects of a directory of plain manifests; its sub-directories count only when the source says `recurse`.
 * @throws Error when a file is not YAML or JSON, or holds something that is no object.
 */
export function readDirectory(
  files: ReadonlyMap<string, string>,
  directory: string,
  options: ApplicationSource['directory'] = {},
): Manifest[] {
  return [...files]
    .filter(([path]) => isChosen(path, directory, options))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([path, text]) => readFile(path, text));
}

function isChosen(
  path: string,
  directory: string,
  { recurse, include, exclude }: NonNullable<ApplicationSource['directory']>,
): boolean {
  const relative = posix.relative(directory, path);
  if (relative.startsWith('..') || !/\.(?:ya?ml|json)$/.test(path)) {
    return false;
  }
  if (!recurse && relative.includes('/')) {
    return false;
  }
  return (
    !(exclude && minimatch(relative, exclude)) &&
    !(include && !minimatch(relative, include))
  );
}

function readFile(path: string, text: string): Manifest[] {
  // Anybody may put notes that look like templates beside manifests; this mark is how Argo CD is told to leave them.
  if (text.includes('+argocd:skip-file-rendering')) {
    return [];
  }
  let documents: unknown[];
  try {
    documents = parseYaml(text, { oldBooleans: true });
  } catch (error) {
    throw new Error(
      `Failed to unmarshal "${posix.basename(path)}": ${(error as Error).message}`,
    );
  }
  return documents.flatMap(document => {
    if (
      isMap(document) &&
      Array.isArray(document.items) &&
      String(document.kind).endsWith('List')
    ) {
      return document.items as Manifest[];
    }
    if (!isMap(document) || !document.apiVersion || !document.kind) {
      throw new Error(
        `Failed to unmarshal "${posix.basename(path)}": failed to unmarshal manifest: Object 'Kind' is missing`,
      );
    }
    return [document as Manifest];
  });
}
