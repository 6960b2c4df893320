import { KustomizeError } from './KustomizeError';
import { isMap, type Manifest } from './manifest';
import { parseYaml } from './parseYaml';
import { Resource } from './Resource';

/**
 * The objects of a file; a `List` is taken apart.
 * @throws KustomizeError when a document is not an object of Kubernetes.
 */
export function readResources(text: string, path: string): Resource[] {
  let documents: unknown[];
  try {
    documents = parseYaml(text);
  } catch (error) {
    throw new KustomizeError(
      `MalformedYAMLError: ${(error as Error).message} in File: ${path}`,
    );
  }
  return documents.flatMap(document =>
    objectsOf(document).map(object => new Resource(checked(object, path))),
  );
}

function objectsOf(document: unknown): unknown[] {
  const list =
    isMap(document) &&
    typeof document.kind === 'string' &&
    document.kind.endsWith('List') &&
    Array.isArray(document.items);
  return list ? document.items : [document];
}

function checked(object: unknown, path: string): Manifest {
  const problem = !isMap(object)
    ? 'expected a map'
    : !object.kind
      ? 'missing Resource kind'
      : !object.metadata
        ? 'missing Resource metadata'
        : !object.metadata.name && !object.metadata.generateName
          ? 'missing metadata.name in object'
          : undefined;
  if (problem) {
    throw new KustomizeError(`${problem} in File: ${path}`);
  }
  return object as Manifest;
}
