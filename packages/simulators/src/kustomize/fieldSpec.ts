import { KustomizeError } from './KustomizeError';
import { groupVersion, isMap, type Manifest } from './manifest';

/** A place in objects of some kinds that a transformer writes to. */
export interface FieldSpec {
  /** Field names joined by `/`; lists on the way are walked through, `[]` after a name is optional. */
  path: string;
  group?: string;
  version?: string;
  kind?: string;
  /** Make the maps on the way where they are absent. */
  create?: boolean;
}

/** Calls `change` with the map that holds the field and the field's name, for every place the spec means in the object. */
export function visitField(
  object: Manifest,
  spec: FieldSpec,
  change: (parent: Record<string, any>, field: string) => void,
): void {
  const { group, version } = groupVersion(object.apiVersion ?? '');
  if (
    (spec.kind && spec.kind !== object.kind) ||
    (spec.group && spec.group !== group) ||
    (spec.version && spec.version !== version)
  ) {
    return;
  }
  walk(object, spec.path.split('/'), spec, change);
}

function walk(
  value: any,
  [head, ...rest]: string[],
  spec: FieldSpec,
  change: (parent: Record<string, any>, field: string) => void,
): void {
  if (Array.isArray(value)) {
    for (const element of value) {
      walk(element, [head, ...rest], spec, change);
    }
    return;
  }
  if (value === null || value === undefined) {
    return;
  }
  if (!isMap(value)) {
    throw new KustomizeError(
      `considering field '${spec.path}': expected sequence or mapping node`,
    );
  }
  const list = head.endsWith('[]');
  const field = list ? head.slice(0, -2) : head;
  if (rest.length === 0) {
    if (spec.create || value[field] !== undefined) {
      change(value, field);
    }
    return;
  }
  if (
    spec.create &&
    !list &&
    (value[field] === undefined || value[field] === null)
  ) {
    value[field] = {};
  }
  walk(value[field], rest, spec, change);
}
