import { posix } from 'node:path';
import { KustomizeError } from './KustomizeError';
import type { SourceTree } from './SourceTree';

/** Where the entries of a generated ConfigMap or Secret come from. */
export interface KeyValueSources {
  literals?: string[];
  files?: string[];
  envs?: string[];
  env?: string;
}

/**
 * Reads the entries in kustomize's order: env files, literals, files.
 * @throws KustomizeError when a source cannot be read or a key comes twice.
 */
export function readKeyValues(
  tree: SourceTree,
  root: string,
  sources: KeyValueSources,
): Map<string, string> {
  const values = new Map<string, string>();
  const put = (key: string, value: string) => {
    if (values.has(key)) {
      throw new KustomizeError(
        `configmap generation: cannot add key "${key}", another key by that name already exists`,
      );
    }
    values.set(key, value);
  };
  const envs = [...(sources.envs ?? []), ...(sources.env ? [sources.env] : [])];
  loading('env source files', envs, path =>
    parseEnvironment(tree.read(root, path)).forEach(([key, value]) =>
      put(key, value),
    ),
  );
  loading('literal sources', sources.literals ?? [], literal =>
    put(...parseLiteral(literal)),
  );
  loading('file sources', sources.files ?? [], source => {
    const [key, path] = parseFileSource(source);
    put(key, tree.read(root, path));
  });
  return values;
}

function loading(
  what: string,
  sources: string[],
  read: (source: string) => void,
): void {
  for (const source of sources) {
    try {
      read(source);
    } catch (error) {
      throw new KustomizeError(
        `loading KV pairs: ${what}: [${sources.join(' ')}]: ${(error as Error).message}`,
      );
    }
  }
}

function parseLiteral(literal: string): [string, string] {
  const equals = literal.indexOf('=');
  if (equals <= 0) {
    throw new KustomizeError(
      `invalid literal source ${literal}, expected key=value`,
    );
  }
  const value = literal.slice(equals + 1);
  const quote = value[0];
  const quoted =
    value.length > 1 &&
    (quote === '"' || quote === "'") &&
    value.endsWith(quote);
  return [literal.slice(0, equals), quoted ? value.slice(1, -1) : value];
}

function parseFileSource(source: string): [string, string] {
  const parts = source.split('=');
  if (parts.length === 1) {
    return [posix.basename(source), source];
  }
  if (parts.length > 2 || !parts[0] || !parts[1]) {
    throw new KustomizeError(
      `key names or file paths cannot contain '=': ${source}`,
    );
  }
  return [parts[0], parts[1]];
}

function parseEnvironment(text: string): [string, string][] {
  const entries: [string, string][] = [];
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const trimmed = line.trimStart();
    if (trimmed === '' || trimmed.startsWith('#')) {
      continue;
    }
    const equals = trimmed.indexOf('=');
    // A bare key takes its value from the environment of the one who builds, and a build of the repository has none.
    entries.push(
      equals < 0
        ? [trimmed, '']
        : [trimmed.slice(0, equals), trimmed.slice(equals + 1)],
    );
  }
  return entries;
}
