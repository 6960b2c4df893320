import { createPermission } from '@backstage/plugin-permission-common';

/** May read the images of the entities that one may read. */
export const ecrImageReadPermission = createPermission({
  name: 'ecr.image.read',
  attributes: { action: 'read' },
});

export const ecrPermissions = [ecrImageReadPermission];
