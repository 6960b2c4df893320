import type { Entity } from '@backstage/catalog-model';
import { ECR_ARN_ANNOTATION } from '@shopstack/plugin-kit-common';

/** Whether the entity names a repository in Amazon ECR. */
export function isEcrAvailable(entity: Entity): boolean {
  return Boolean(entity.metadata.annotations?.[ECR_ARN_ANNOTATION]);
}
