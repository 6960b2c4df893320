/**
 * Names of the permissions that only the owner of the entity, or the platform team, is granted. All of them carry
 * the resource type `catalog-entity`.
 */
export const OWNER_ONLY_PERMISSIONS: readonly string[] = [
  'builds.build.start',
  'builds.build.retry',
  'builds.build.stop',
  'argocd.application.refresh',
  'argocd.application.sync',
];
