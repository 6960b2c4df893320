import type { Entity } from '@backstage/catalog-model';
import {
  CODEBUILD_ARN_ANNOTATION,
  CODEBUILD_TAGS_ANNOTATION,
  GITHUB_PROJECT_SLUG_ANNOTATION,
} from '@shopstack/plugin-kit-common';

const ANNOTATIONS = [
  CODEBUILD_ARN_ANNOTATION,
  CODEBUILD_TAGS_ANNOTATION,
  GITHUB_PROJECT_SLUG_ANNOTATION,
];

/** Whether the entity names a project in AWS CodeBuild, by ARN or by tags, or a repository with GitHub Actions. */
export function isBuildsAvailable(entity: Entity): boolean {
  const { annotations = {} } = entity.metadata;
  return ANNOTATIONS.some(annotation => annotations[annotation]);
}
