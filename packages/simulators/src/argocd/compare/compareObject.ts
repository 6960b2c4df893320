import { equalJson } from '../../kustomize/equalJson';
import type { Manifest } from '../../kustomize/manifest';
import type { Application } from '../types';
import { LAST_APPLIED, mergeApply } from './mergeApply';

/** Whether applying the manifest would change the object in the cluster. */
export function isOutOfSync(
  application: Application,
  target: Manifest,
  live: Manifest,
): boolean {
  const ignored = ignoredPointers(application, target);
  return !equalJson(
    normalize(mergeApply(live, target), ignored),
    normalize(live, ignored),
  );
}

/** An object without what does not count: bookkeeping, status, empty maps, and what the application leaves to others. */
export function normalize(object: Manifest, pointers: string[]): unknown {
  const { status: _status, metadata, ...rest } = structuredClone(object);
  const { [LAST_APPLIED]: _last, ...annotations } = metadata.annotations ?? {};
  const normalized = {
    ...rest,
    metadata: {
      name: metadata.name,
      namespace: metadata.namespace,
      labels: metadata.labels ?? {},
      annotations,
      finalizers: metadata.finalizers ?? [],
    },
  };
  pointers.forEach(pointer => removePointer(normalized, pointer));
  return normalized;
}

/** The JSON pointers that `ignoreDifferences` names for an object. */
export function ignoredPointers(
  { spec }: Application,
  object: Manifest,
): string[] {
  const group = object.apiVersion.includes('/')
    ? object.apiVersion.split('/')[0]
    : '';
  return (spec.ignoreDifferences ?? [])
    .filter(
      rule =>
        rule.kind === object.kind &&
        (rule.group ?? '') === group &&
        (!rule.name || rule.name === object.metadata.name) &&
        (!rule.namespace || rule.namespace === object.metadata.namespace),
    )
    .flatMap(rule => rule.jsonPointers ?? []);
}

function removePointer(object: any, pointer: string): void {
  const keys = pointer
    .split('/')
    .slice(1)
    .map(key => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = keys.pop();
  const parent = keys.reduce((value, key) => value?.[key], object);
  if (last !== undefined && typeof parent === 'object' && parent !== null) {
    delete parent[last];
  }
}
