import type { Entity } from '@backstage/catalog-model';
import {
  SERVICE_ANNOTATION,
  SLO_FILES_ANNOTATION,
  SLO_SERVICE_ANNOTATION,
} from '@shopstack/plugin-kit-common';

const has = (entity: Entity, names: string[]) =>
  names.some(name => Boolean(entity.metadata.annotations?.[name]));

/** Whether the entity names objectives: by the service that they are kept under, or by the files that state them. */
export function isSloAvailable(entity: Entity): boolean {
  return has(entity, [SLO_SERVICE_ANNOTATION, SLO_FILES_ANNOTATION]);
}

/** Whether the entity could name objectives: a service that has none yet gets the tab as well, which says how. */
export function isSloTabAvailable(entity: Entity): boolean {
  return isSloAvailable(entity) || has(entity, [SERVICE_ANNOTATION]);
}
