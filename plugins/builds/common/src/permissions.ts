import { createPermission } from '@backstage/plugin-permission-common';

/** May read the builds of the entities that one may read. */
export const buildReadPermission = createPermission({
  name: 'builds.build.read',
  attributes: { action: 'read' },
});

export const buildsPermissions = [buildReadPermission];
