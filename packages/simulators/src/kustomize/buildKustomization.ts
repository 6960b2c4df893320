import type { KubernetesObject } from '../world/types';
import { accumulate } from './accumulate';
import { contentHash } from './contentHash';
import { fixReferences } from './fixReferences';
import { readKustomization } from './kustomization';
import type { Resource } from './Resource';
import { sortLegacy } from './sortLegacy';
import { SourceTree } from './SourceTree';

/**
 * Builds the kustomization of a directory: the objects `kustomize build` would print, in its order.
 * @param files - text by path, relative to the root of the repository
 * @param directory - relative to that root
 * @throws KustomizeError in the words of kustomize, also for what this subset does not carry out.
 */
export function buildKustomization(
  files: ReadonlyMap<string, string>,
  directory: string,
): KubernetesObject[] {
  const tree = new SourceTree(files);
  const root = tree.resolve('.', directory);
  const { sortOptions } = readKustomization(tree, root);
  const resources = accumulate(tree, root);
  for (const resource of resources) {
    if (resource.needsHash) {
      resource.remember();
      resource.object.metadata.name += `-${contentHash(resource.object)}`;
    }
  }
  fixReferences(resources);
  const ordered =
    sortOptions?.order === 'fifo'
      ? resources
      : sortLegacy(resources, sortOptions?.legacySortOptions);
  return ordered.filter(isForTheCluster).map(({ object }) => object);
}

/** Objects may be marked as an input of the build only. */
function isForTheCluster({ object }: Resource): boolean {
  return (
    object.metadata.annotations?.['config.kubernetes.io/local-config'] !==
    'true'
  );
}
