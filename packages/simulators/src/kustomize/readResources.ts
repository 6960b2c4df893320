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
  if (!isMap(object)) {
    throw new KustomizeError('missing Resource metadata');
  }
  const { apiVersion = '', kind = '', metadata } = object as Manifest;
  const missing = !kind && 'kind';
  const nameless = !metadata?.name && !(metadata as any)?.generateName;
  const field = missing || (nameless && 'metadata.name');
  if (field) {
    throw new KustomizeError(
      `missing ${field} in object {${apiVersion} ${kind}} in File: ${path}`,
    );
  }
  return object as Manifest;
}
