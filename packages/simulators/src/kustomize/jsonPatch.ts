import { equalJson } from './equalJson';
import { KustomizeError } from './KustomizeError';
import { isMap, type Manifest } from './manifest';

/** One operation of RFC 6902. */
export interface JsonPatchOperation {
  op: string;
  path: string;
  from?: string;
  value?: unknown;
}

/**
 * Applies JSON Patch operations to a copy of an object. `replace` of a field that is absent adds it, as the library
 * inside of kustomize does.
 * @throws KustomizeError when an operation does not apply.
 */
export function jsonPatch(
  target: Manifest,
  operations: readonly JsonPatchOperation[],
): Manifest {
  const root: any = structuredClone(target);
  // Kustomize keeps notes in the annotations while it builds, so a patch always finds that map.
  root.metadata.annotations ??= {};
  for (const operation of operations) {
    apply(root, operation);
  }
  if (
    isMap(root.metadata?.annotations) &&
    Object.keys(root.metadata.annotations).length === 0
  ) {
    delete root.metadata.annotations;
  }
  return root;
}

function apply(root: any, operation: JsonPatchOperation): void {
  const { op, path } = operation;
  switch (op) {
    case 'add':
      add(root, path, operation.value);
      return;
    case 'remove':
      remove(root, path);
      return;
    case 'replace':
      replace(root, path, operation.value);
      return;
    case 'test':
      if (!equalJson(read(root, path, 'test'), operation.value)) {
        throw new KustomizeError(`testing value ${path} failed: test failed`);
      }
      return;
    case 'move': {
      const value = read(root, operation.from ?? '', 'move');
      remove(root, operation.from ?? '');
      add(root, path, value);
      return;
    }
    case 'copy':
      add(
        root,
        path,
        structuredClone(read(root, operation.from ?? '', 'copy')),
      );
      return;
    default:
      throw new KustomizeError(`Unexpected kind: ${op}`);
  }
}

function tokens(path: string): string[] {
  // What stands before the first slash does not count, also where it is not empty.
  return path
    .split('/')
    .slice(1)
    .map(token => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function container(root: any, path: string, op: string): [any, string] {
  const keys = tokens(path);
  const last = keys.pop()!;
  let value = root;
  for (const key of keys) {
    value = value?.[key];
  }
  if (!isMap(value) && !Array.isArray(value)) {
    throw new KustomizeError(
      `${op} operation does not apply: doc is missing path: ${op === 'add' ? `"${path}"` : path}: missing value`,
    );
  }
  return [value, last];
}

function add(root: any, path: string, value: unknown): void {
  const [parent, key] = container(root, path, 'add');
  if (!Array.isArray(parent)) {
    parent[key] = value;
    return;
  }
  const index = key === '-' ? parent.length : Number(key);
  if (!Number.isInteger(index) || index < 0 || index > parent.length) {
    throw new KustomizeError(
      `error in add for path: '${path}': Unable to access invalid index: ${key}: invalid index referenced`,
    );
  }
  parent.splice(index, 0, value);
}

function remove(root: any, path: string): void {
  const [parent, key] = container(root, path, 'remove');
  if (Array.isArray(parent)) {
    if (!(Number(key) in parent)) {
      throw new KustomizeError(
        `error in remove for path: '${path}': Unable to access invalid index: ${key}: invalid index referenced`,
      );
    }
    parent.splice(Number(key), 1);
    return;
  }
  if (!Object.hasOwn(parent, key)) {
    throw new KustomizeError(
      `error in remove for path: '${path}': Unable to remove nonexistent key: ${key}: missing value`,
    );
  }
  delete parent[key];
}

function replace(root: any, path: string, value: unknown): void {
  const [parent, key] = container(root, path, 'replace');
  if (Array.isArray(parent) && !(Number(key) in parent)) {
    throw new KustomizeError(
      `replace operation does not apply: doc is missing key: ${path}: missing value`,
    );
  }
  parent[key] = value;
}

function read(root: any, path: string, op: string): unknown {
  const [parent, key] = container(root, path, op);
  return parent[key];
}
