import type { Entity } from '@backstage/catalog-model';
import {
  ECR_ARN_ANNOTATION,
  ECR_TAGS_ANNOTATION,
} from '@shopstack/plugin-kit-common';

/** Whether the entity names repositories in Amazon ECR, by ARN or by tags. */
export function isEcrAvailable(entity: Entity): boolean {
  const { annotations = {} } = entity.metadata;
  return Boolean(
    annotations[ECR_ARN_ANNOTATION] || annotations[ECR_TAGS_ANNOTATION],
  );
}
