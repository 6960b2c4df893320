import type { Entity } from '@backstage/catalog-model';
import {
  SECRET_TAGS_ANNOTATION,
  SERVICE_ANNOTATION,
} from '@shopstack/plugin-kit-common';

/** Whether there is somewhere to look and somebody to call: a component that names its service. */
export function areLinksAvailable(entity: Entity): boolean {
  return isComponentWith(entity, SERVICE_ANNOTATION);
}

/** Whether there may be secrets: a component that names its service, or the tags of its secrets. */
export function areSecretsAvailable(entity: Entity): boolean {
  return isComponentWith(entity, SERVICE_ANNOTATION, SECRET_TAGS_ANNOTATION);
}

function isComponentWith(entity: Entity, ...annotations: string[]): boolean {
  return (
    entity.kind.toLocaleLowerCase('en-US') === 'component' &&
    annotations.some(name => Boolean(entity.metadata.annotations?.[name]))
  );
}
