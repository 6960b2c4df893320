import { posix } from 'node:path';
import { stringify } from 'yaml';
import { findKustomization } from '../../kustomize/kustomization';
import { isMap } from '../../kustomize/manifest';
import { parseYaml } from '../../kustomize/parseYaml';
import { SourceTree } from '../../kustomize/SourceTree';
import type { ApplicationSource } from '../types';

type Options = NonNullable<ApplicationSource['kustomize']>;

const SUPPORTED = [
  'namespace',
  'replicas',
  'commonLabels',
  'forceCommonLabels',
  'labelWithoutSelector',
  'labelIncludeTemplates',
  'patches',
];

/**
 * The files with the kustomization of a path edited as an Application asks for, which is what Argo CD does with
 * `kustomize edit` before it builds.
 *
 * @throws Error for an option that is not supported here.
 */
export function withKustomizeOptions(
  files: Map<string, string>,
  path: string,
  options: Options,
): Map<string, string> {
  const other = Object.keys(options).find(key => !SUPPORTED.includes(key));
  if (other) {
    throw new Error(
      `the source option "kustomize.${other}" is not supported here`,
    );
  }
  const name = findKustomization(new SourceTree(files), path)!;
  const file = posix.join(path, name);
  const [content] = parseYaml(files.get(file)!);
  if (!isMap(content)) {
    return files;
  }
  return new Map(files).set(file, stringify(edit(content, options)));
}

function edit(content: Record<string, any>, options: Options) {
  const { namespace, replicas = [], commonLabels, patches } = options;
  const counts = new Map<string, { name: string; count: number }>(
    [...(content.replicas ?? []), ...replicas].map(each => [each.name, each]),
  );
  return {
    ...content,
    ...(namespace && { namespace }),
    ...(counts.size > 0 && { replicas: [...counts.values()] }),
    ...(patches && { patches: [...(content.patches ?? []), ...patches] }),
    ...(commonLabels && labels(content, commonLabels, options)),
  };
}

/** Without `labelWithoutSelector` the labels go into selectors too, which cannot be changed in a cluster. */
function labels(
  content: Record<string, any>,
  pairs: Record<string, string>,
  options: Options,
) {
  const entries: { pairs: Record<string, string> }[] = content.labels ?? [];
  const twice = Object.keys(pairs).find(key =>
    [content.commonLabels, ...entries.map(entry => entry.pairs)].some(
      known => known && Object.hasOwn(known, key),
    ),
  );
  if (twice && !options.forceCommonLabels) {
    throw new Error(`label ${twice} already in kustomization file`);
  }
  const kept = entries.map(entry => ({
    ...entry,
    pairs: Object.fromEntries(
      Object.entries(entry.pairs).filter(([key]) => !Object.hasOwn(pairs, key)),
    ),
  }));
  return options.labelWithoutSelector
    ? {
        labels: [
          ...kept,
          {
            pairs,
            includeSelectors: false,
            includeTemplates: options.labelIncludeTemplates === true,
          },
        ],
      }
    : { labels: kept, commonLabels: { ...content.commonLabels, ...pairs } };
}
