import { createPermission } from '@backstage/plugin-permission-common';

/** May read the joined delivery view of the entities that one may read. */
export const deliveryReadPermission = createPermission({
  name: 'delivery.read',
  attributes: { action: 'read' },
});

export const deliveryPermissions = [deliveryReadPermission];
