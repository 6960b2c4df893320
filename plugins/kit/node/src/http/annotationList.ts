import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/** The values of an annotation that holds several, separated by commas; each once, in order. */
export function annotationList(entity: Entity, annotation: string): string[] {
  const values = (entity.metadata.annotations?.[annotation] ?? '')
    .split(',')
    .map(value => value.trim())
    .filter(Boolean);
  return [...new Set(values)];
}

/**
 * The error for an entity that has none of the annotations that a concept reads; it names them.
 */
export function missingAnnotation(
  entity: Entity,
  ...annotations: string[]
): InputError {
  return new InputError(
    `${stringifyEntityRef(entity)} has no annotation ${annotations
      .map(name => `'${name}'`)
      .join(' or ')}`,
  );
}
