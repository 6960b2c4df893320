import { createPermission } from '@backstage/plugin-permission-common';

/** May read the objectives of the entities that one may read. */
export const sloReadPermission = createPermission({
  name: 'slo.read',
  attributes: { action: 'read' },
});

/** May read objectives that belong to no entity; for the platform team. */
export const sloFleetReadPermission = createPermission({
  name: 'slo.fleet.read',
  attributes: { action: 'read' },
});

export const sloPermissions = [sloReadPermission, sloFleetReadPermission];
