import { createPermission } from '@backstage/plugin-permission-common';

/** May read the workloads of the entities that one may read. */
export const workloadReadPermission = createPermission({
  name: 'workloads.workload.read',
  attributes: { action: 'read' },
});

export const workloadsPermissions = [workloadReadPermission];
