import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  type CompoundEntityRef,
  type Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** Kinds, namespaces and names in the catalog are at most 63 letters, digits and `-_.`. */
const PART = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;

/**
 * Reads `:kind/:namespace/:name` of a path.
 *
 * @throws InputError when a part is none that the catalog accepts.
 */
export function parseEntityParams(
  params: Record<string, string | undefined>,
): CompoundEntityRef {
  const [kind, namespace, name] = (['kind', 'namespace', 'name'] as const).map(
    key => {
      const value = params[key] ?? '';
      if (!PART.test(value)) {
        throw new InputError(`The ${key} of the entity is malformed`);
      }
      return value;
    },
  );
  return { kind, namespace, name };
}

/**
 * The entity, read with the caller's credentials.
 *
 * @throws NotFoundError when there is none, or none that the caller may see: the two look the same.
 */
export async function requireEntity(
  catalog: CatalogService,
  entityRef: CompoundEntityRef,
  credentials: BackstageCredentials,
): Promise<Entity> {
  const entity = await catalog.getEntityByRef(entityRef, { credentials });
  if (!entity) {
    throw new NotFoundError(`No entity ${stringifyEntityRef(entityRef)}`);
  }
  return entity;
}
