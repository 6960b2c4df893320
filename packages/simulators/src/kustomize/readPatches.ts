import { KustomizeError } from './KustomizeError';
import type { Kustomization } from './kustomizationSchema';
import type { Patch } from './patches';
import type { SourceTree } from './SourceTree';

/** The patches that run first, in their order. */
export function readPatches(
  tree: SourceTree,
  root: string,
  { patchesStrategicMerge, patches }: Kustomization,
): Patch[] {
  const legacy = patchesStrategicMerge.map(entry => {
    // An entry is a path, or the patch itself.
    const inline = entry.includes('\n') || /^\s*\{/.test(entry);
    return inline
      ? { text: entry, label: `patch: "${entry}"` }
      : { text: tree.read(root, entry), label: `path: "${entry}"` };
  });
  return [...legacy, ...patches.map(entry => textOf(tree, root, entry))];
}

/** The patches of the old field `patchesJson6902`, which run later. */
export function readJsonPatches(
  tree: SourceTree,
  root: string,
  { patchesJson6902 }: Kustomization,
): Patch[] {
  return patchesJson6902.map(entry => textOf(tree, root, entry));
}

function textOf(
  tree: SourceTree,
  root: string,
  { path, patch, target, options }: Kustomization['patches'][number],
): Patch {
  if (path && patch) {
    throw new KustomizeError(`patch and path can't be set at the same time\n`);
  }
  if (!path) {
    return { text: patch ?? '', label: `patch: "${patch}"`, target, options };
  }
  try {
    const text = tree.read(root, path);
    return { text, label: `path: "${path}"`, target, options };
  } catch (error) {
    throw new KustomizeError(
      `failed to get the patch file from path(${path}): ${(error as Error).message}`,
    );
  }
}
