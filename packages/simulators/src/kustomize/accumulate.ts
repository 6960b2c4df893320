import { generate } from './generators';
import { KustomizeError } from './KustomizeError';
import { readKustomization } from './kustomization';
import type { Kustomization } from './kustomizationSchema';
import { applyPatch } from './patches';
import { readJsonPatches, readPatches } from './readPatches';
import { readResources } from './readResources';
import type { Resource } from './Resource';
import type { SourceTree } from './SourceTree';
import { addAffixes } from './transformers/affixes';
import { setImages } from './transformers/images';
import { addAnnotations, addLabels } from './transformers/labels';
import { setNamespace } from './transformers/namespace';
import { setReplicas } from './transformers/replicas';

/**
 * Gathers what a directory's kustomization names and makes, and transforms it; names get their hashes later.
 * @param visited - directories that are being built around this one
 * @param inherited - for a component: the objects it works on
 */
export function accumulate(
  tree: SourceTree,
  root: string,
  visited: readonly string[] = [],
  inherited: Resource[] = [],
): Resource[] {
  const kustomization = readKustomization(tree, root);
  let resources = [...inherited];
  const within = [...visited, root];
  for (const path of [...kustomization.resources, ...kustomization.bases]) {
    accumulateResource(tree, root, path, within, resources);
  }
  const context = { tree, root, options: kustomization.generatorOptions };
  for (const entry of kustomization.configMapGenerator) {
    generate(resources, 'ConfigMap', entry, context);
  }
  for (const entry of kustomization.secretGenerator) {
    generate(resources, 'Secret', entry, context);
  }
  for (const path of kustomization.components) {
    const component = enter(tree, root, path, within);
    if (readKustomization(tree, component).kind !== 'Component') {
      throw new KustomizeError(
        `accumulating components: accumulateDirectory: "expected kind 'Component' for path '${component}' but got 'Kustomization'"`,
      );
    }
    resources = accumulate(tree, component, within, resources);
  }
  return transform(tree, root, kustomization, resources);
}

function accumulateResource(
  tree: SourceTree,
  root: string,
  path: string,
  within: readonly string[],
  resources: Resource[],
): void {
  const failed = (reason: string) =>
    new KustomizeError(
      `accumulating resources: accumulation err='accumulating resources from '${path}': ${reason}`,
    );
  if (/^[a-z+]+:\/\/|^git@|^github\.com\//.test(path)) {
    throw failed(
      `remote resources are not supported here': must build at directory: '${path}' is remote`,
    );
  }
  const full = tree.resolve(root, path);
  if (!tree.isDirectory(full)) {
    let read: Resource[];
    try {
      read = readResources(tree.read(root, path), full);
    } catch (error) {
      throw failed(
        `${(error as Error).message}': must build at directory: '${full}': file is not directory`,
      );
    }
    append(resources, read);
    return;
  }
  try {
    const base = enter(tree, root, path, within);
    if (readKustomization(tree, base).kind === 'Component') {
      throw new KustomizeError(
        `expected kind != 'Component' for path '${base}'`,
      );
    }
    append(resources, accumulate(tree, base, within));
  } catch (error) {
    throw failed(
      `'${full}' must resolve to a file': ${(error as Error).message}`,
    );
  }
}

/** @throws KustomizeError when the directory is being built already, or holds the one that is. */
function enter(
  tree: SourceTree,
  root: string,
  path: string,
  within: readonly string[],
): string {
  const directory = tree.resolve(root, path);
  const repeated = within.find(
    outer =>
      outer === directory ||
      directory === '.' ||
      outer.startsWith(`${directory}/`),
  );
  if (repeated !== undefined) {
    throw new KustomizeError(
      `cycle detected: candidate root '${directory}' contains visited root '${repeated}'`,
    );
  }
  return directory;
}

function append(resources: Resource[], added: Resource[]): void {
  const known = new Set(resources.map(({ id }) => id));
  for (const resource of added) {
    if (known.has(resource.id)) {
      throw new KustomizeError(
        `may not add resource with an already registered id: ${resource.id}`,
      );
    }
    known.add(resource.id);
    resources.push(resource);
  }
}

/** The transformations of one kustomization, in the order in which kustomize runs them. */
function transform(
  tree: SourceTree,
  root: string,
  kustomization: Kustomization,
  gathered: Resource[],
): Resource[] {
  let resources = gathered;
  for (const patch of readPatches(tree, root, kustomization)) {
    resources = applyPatch(resources, patch);
  }
  if (kustomization.namespace) {
    setNamespace(resources, kustomization.namespace);
  }
  addAffixes(resources, { prefix: kustomization.namePrefix });
  addAffixes(resources, { suffix: kustomization.nameSuffix });
  for (const entry of kustomization.labels) {
    addLabels(resources, entry);
  }
  addLabels(resources, {
    pairs: kustomization.commonLabels,
    includeSelectors: true,
  });
  addAnnotations(resources, kustomization.commonAnnotations);
  for (const patch of readJsonPatches(tree, root, kustomization)) {
    resources = applyPatch(resources, patch);
  }
  for (const entry of kustomization.replicas) {
    setReplicas(resources, entry);
  }
  for (const entry of kustomization.images) {
    setImages(resources, entry);
  }
  return resources;
}
