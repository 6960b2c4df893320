import { createPermission } from '@backstage/plugin-permission-common';

/** May read links and on-call of the entities that one may read. */
export const linkReadPermission = createPermission({
  name: 'operations.link.read',
  attributes: { action: 'read' },
});

/** May read the names and ages of the secrets of the entities that one may read; nobody reads values. */
export const secretReadPermission = createPermission({
  name: 'operations.secret.read',
  attributes: { action: 'read' },
});

export const operationsPermissions = [linkReadPermission, secretReadPermission];
