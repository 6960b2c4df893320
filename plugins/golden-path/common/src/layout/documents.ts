import { parseAllDocuments } from 'yaml';
import type { RepositoryTree } from '../plan/RepositoryTree';

/** One YAML document of a repository, as plain values. */
export interface ManifestDocument {
  path: string;
  value: Record<string, any>;
}

/** Every mapping in every YAML file of a tree, in the order of paths. Files that are not YAML are passed over. */
export function manifestsOf(tree: RepositoryTree): ManifestDocument[] {
  return [...tree.files.keys()]
    .filter(path => /\.ya?ml$/i.test(path))
    .sort()
    .flatMap(path =>
      parseDocuments(tree.files.get(path)!).map(value => ({ path, value })),
    );
}

/** The mappings of one YAML text. What cannot be parsed (a Helm template, say) is left out. */
export function parseDocuments(text: string): Record<string, any>[] {
  const documents = parseAllDocuments(text.replace(/^\ufeff/, ''), {
    logLevel: 'silent',
    uniqueKeys: false,
  });
  const values: Record<string, any>[] = [];
  for (const document of Array.isArray(documents) ? documents : []) {
    if (document.errors.length > 0) {
      continue;
    }
    try {
      const value = document.toJS({ maxAliasCount: 100 });
      if (value && typeof value === 'object' && !Array.isArray(value)) {
        values.push(value);
      }
    } catch {
      // An alias without its anchor, or a bomb of aliases: not a manifest.
    }
  }
  return values;
}
