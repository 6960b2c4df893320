import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/** May read the Argo CD applications of the entities that one may read. */
export const argocdApplicationReadPermission = createPermission({
  name: 'argocd.application.read',
  attributes: { action: 'read' },
});

/** May read applications that belong to no entity; for the platform team. */
export const argocdFleetReadPermission = createPermission({
  name: 'argocd.fleet.read',
  attributes: { action: 'read' },
});

/** May make Argo CD compare an application of this entity anew. */
export const argocdApplicationRefreshPermission = createPermission({
  name: 'argocd.application.refresh',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** May make Argo CD sync an application of this entity. */
export const argocdApplicationSyncPermission = createPermission({
  name: 'argocd.application.sync',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

export const argocdPermissions = [
  argocdApplicationReadPermission,
  argocdFleetReadPermission,
  argocdApplicationRefreshPermission,
  argocdApplicationSyncPermission,
];
