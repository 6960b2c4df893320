import { CompoundEntityRef, parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/**
 * The path under which every API of this portal speaks of an entity: `/v1/entities/:kind/:namespace/:name`, each
 * part encoded.
 *
 * @throws TypeError when the reference is malformed.
 * @throws InputError when a part is `.` or `..`, which every URL parser would take for a step in the path.
 */
export function entityPath(entityRef: string | CompoundEntityRef): string {
  const { kind, namespace, name } =
    typeof entityRef === 'string' ? parseEntityRef(entityRef) : entityRef;
  return `/v1/entities/${[kind, namespace, name].map(segment).join('/')}`;
}

function segment(part: string): string {
  if (part === '.' || part === '..') {
    throw new InputError(`An entity cannot be named '${part}'`);
  }
  return encodeURIComponent(part);
}
