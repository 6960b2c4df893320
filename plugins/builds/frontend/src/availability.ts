import type { Entity } from '@backstage/catalog-model';
import { CODEBUILD_ARN_ANNOTATION } from '@shopstack/plugin-kit-common';

/** Whether the entity names a project in AWS CodeBuild. */
export function isBuildsAvailable(entity: Entity): boolean {
  return Boolean(entity.metadata.annotations?.[CODEBUILD_ARN_ANNOTATION]);
}
