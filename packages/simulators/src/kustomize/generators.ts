import { KustomizeError } from './KustomizeError';
import { readKeyValues, type KeyValueSources } from './keyValues';
import type { Manifest } from './manifest';
import { Resource, sameNamespace } from './Resource';
import type { SourceTree } from './SourceTree';

/** What may be set for all generators or for one of them. */
interface GeneratorOptions {
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  disableNameSuffixHash?: boolean;
  immutable?: boolean;
}

/** One entry of `configMapGenerator` or `secretGenerator`. */
interface GeneratorEntry extends KeyValueSources {
  name: string;
  namespace?: string;
  behavior?: 'create' | 'merge' | 'replace';
  /** Only of secrets. */
  type?: string;
  options?: GeneratorOptions;
}

/** Length of a line of the base64 text that kustomize writes. */
const lineLength = 70;

/**
 * Adds what a generator makes to the objects gathered so far, or merges it into one of them.
 * @throws KustomizeError when the behavior does not fit what is there.
 */
export function generate(
  resources: Resource[],
  kind: 'ConfigMap' | 'Secret',
  entry: GeneratorEntry,
  context: { tree: SourceTree; root: string; options: GeneratorOptions },
): void {
  const options: GeneratorOptions = {
    ...context.options,
    ...entry.options,
    labels: { ...context.options.labels, ...entry.options?.labels },
    annotations: {
      ...context.options.annotations,
      ...entry.options?.annotations,
    },
  };
  const values = readKeyValues(context.tree, context.root, entry);
  const made = new Resource(manifest(kind, entry, values, options));
  made.needsHash = !options.disableNameSuffixHash;

  const existing = resources.find(
    ({ object, names }) =>
      object.kind === kind &&
      object.apiVersion === 'v1' &&
      names.some(
        ({ name, namespace }) =>
          name === entry.name &&
          sameNamespace(namespace, entry.namespace ?? ''),
      ),
  );
  const behavior = entry.behavior ?? 'create';
  if (behavior === 'create') {
    if (existing) {
      throw new KustomizeError(
        `merging from generator: id ${made.id} exists; behavior must be merge or replace`,
      );
    }
    resources.push(made);
    return;
  }
  if (!existing) {
    throw new KustomizeError(
      `merging from generator: id ${made.id} does not exist; cannot merge or replace`,
    );
  }
  combine(existing, made.object, behavior);
}

function combine(
  existing: Resource,
  made: Manifest,
  behavior: 'merge' | 'replace',
): void {
  const { object } = existing;
  const { labels, annotations } = object.metadata;
  if (labels || made.metadata.labels) {
    object.metadata.labels = { ...labels, ...made.metadata.labels };
  }
  if (annotations || made.metadata.annotations) {
    object.metadata.annotations = {
      ...annotations,
      ...made.metadata.annotations,
    };
  }
  if (made.immutable) {
    object.immutable = true;
  } else {
    delete object.immutable;
  }
  object.data =
    behavior === 'merge' ? { ...object.data, ...made.data } : made.data;
}

function manifest(
  kind: 'ConfigMap' | 'Secret',
  entry: GeneratorEntry,
  values: Map<string, string>,
  options: GeneratorOptions,
): Manifest {
  const encode = kind === 'Secret' ? base64 : (text: string) => text;
  const data = Object.fromEntries(
    [...values].map(([key, value]) => [key, encode(value)]),
  );
  return {
    apiVersion: 'v1',
    kind,
    metadata: {
      name: entry.name,
      ...(entry.namespace && { namespace: entry.namespace }),
      ...(Object.keys(options.labels!).length > 0 && {
        labels: options.labels,
      }),
      ...(Object.keys(options.annotations!).length > 0 && {
        annotations: options.annotations,
      }),
    },
    ...((values.size > 0 || kind === 'Secret') && { data }),
    ...(kind === 'Secret' && { type: entry.type || 'Opaque' }),
    ...(options.immutable && { immutable: true }),
  };
}

function base64(text: string): string {
  const encoded = Buffer.from(text, 'utf8').toString('base64');
  if (encoded.length <= lineLength) {
    return encoded;
  }
  const lines = encoded.match(new RegExp(`.{1,${lineLength}}`, 'g'))!;
  return `${lines.join('\n')}\n`;
}
