import { createPermission } from '@backstage/plugin-permission-common';

/** May read the Argo CD applications of the entities that one may read. */
export const argocdApplicationReadPermission = createPermission({
  name: 'argocd.application.read',
  attributes: { action: 'read' },
});

export const argocdPermissions = [argocdApplicationReadPermission];
