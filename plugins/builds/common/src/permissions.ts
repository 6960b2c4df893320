import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/** May read the builds of the entities that one may read. */
export const buildReadPermission = createPermission({
  name: 'builds.build.read',
  attributes: { action: 'read' },
});

/** May start a build of this entity. */
export const buildStartPermission = createPermission({
  name: 'builds.build.start',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** May run a build of this entity once more. */
export const buildRetryPermission = createPermission({
  name: 'builds.build.retry',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** May stop a build of this entity. */
export const buildStopPermission = createPermission({
  name: 'builds.build.stop',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

export const buildsPermissions = [
  buildReadPermission,
  buildStartPermission,
  buildRetryPermission,
  buildStopPermission,
];
