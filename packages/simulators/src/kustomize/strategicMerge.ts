import { KustomizeError } from './KustomizeError';
import { isMap, type Manifest } from './manifest';
import { mergeAssociativeList } from './mergeAssociativeList';
import { listStrategy } from './mergeKeys';
import { parseYaml } from './parseYaml';

/** What a merge needs to know beside the two values. */
export interface MergeContext {
  apiVersion: string;
  kind: string;
  /** Field names from the root, joined by dots; positions in lists are left out. */
  path: string;
}

/**
 * Merges a strategic merge patch into an object, as kustomize does; neither argument is changed.
 * @returns the merged object, or undefined when the patch deletes it (`$patch: delete`).
 * @throws KustomizeError when a scalar stands where the other side has a map or a list.
 */
export function strategicMerge(
  target: Manifest,
  patch: Record<string, any>,
): Manifest | undefined {
  return mergeValue(structuredClone(target), structuredClone(patch), {
    apiVersion: target.apiVersion,
    kind: target.kind,
    path: '',
  });
}

/** Merges one value; undefined on either side means that it is absent, and undefined as an answer removes the field. */
export function mergeValue(
  target: any,
  patch: any,
  context: MergeContext,
): any {
  if (patch === undefined) {
    return target;
  }
  if (patch === null) {
    return undefined;
  }
  if (isMap(patch)) {
    return mergeMap(target, patch, context);
  }
  if (Array.isArray(patch)) {
    return mergeList(target, patch, context);
  }
  if (isMap(target) || Array.isArray(target)) {
    throw wrongKind(patch, target);
  }
  return isQuoted(target) ? String(patch) : patch;
}

/** Kustomize keeps the quotes of what it replaces, so that `"1"` patched with 2 is `"2"`. */
function isQuoted(target: unknown): boolean {
  return typeof target === 'string' && typeof parseScalar(target) !== 'string';
}

function parseScalar(text: string): unknown {
  try {
    return parseYaml(text)[0];
  } catch {
    return text;
  }
}

function mergeMap(target: any, patch: any, context: MergeContext): any {
  const { $patch: directive, ...fields } = patch;
  if (directive === 'delete') {
    return undefined;
  }
  if (target !== undefined && target !== null && !isMap(target)) {
    throw wrongKind(target, patch);
  }
  const merged: Record<string, any> =
    directive === 'replace' ? {} : { ...target };
  for (const [field, value] of Object.entries(fields)) {
    const result = mergeValue(merged[field], value, {
      ...context,
      path: context.path ? `${context.path}.${field}` : field,
    });
    if (result === undefined) {
      delete merged[field];
    } else {
      merged[field] = result;
    }
  }
  return merged;
}

function mergeList(target: any, patch: any[], context: MergeContext): any {
  if (target !== undefined && target !== null && !Array.isArray(target)) {
    throw wrongKind(target, patch);
  }
  const replaces = patch.some(
    element =>
      isMap(element) &&
      element.$patch === 'replace' &&
      Object.keys(element).length === 1,
  );
  if (replaces) {
    return patch.filter(element => !(isMap(element) && '$patch' in element));
  }
  const strategy = listStrategy(context.apiVersion, context.kind, context.path);
  if (strategy.type === 'replace') {
    return patch;
  }
  const existing: any[] = target ?? [];
  return strategy.type === 'set'
    ? [...new Set([...patch, ...existing])]
    : mergeAssociativeList(existing, patch, strategy.keys, context);
}

function wrongKind(expected: unknown, found: unknown): KustomizeError {
  return new KustomizeError(
    `wrong node kind: expected ${nodeKind(expected)} but got ${nodeKind(found)}: node contents:\n${JSON.stringify(found)}`,
  );
}

function nodeKind(value: unknown): string {
  if (Array.isArray(value)) {
    return 'SequenceNode';
  }
  return isMap(value) ? 'MappingNode' : 'ScalarNode';
}
