import { usePermission } from '@backstage/plugin-permission-react';
import {
  type ArgocdAction,
  argocdApplicationRefreshPermission,
  argocdApplicationSyncPermission,
} from '@shopstack/plugin-argocd-common';

/** What the policy allows this person to ask of the entity's applications. Nothing until it has answered. */
export function useApplicationPermissions(
  resourceRef: string,
): Record<ArgocdAction, boolean> {
  const refresh = usePermission({
    permission: argocdApplicationRefreshPermission,
    resourceRef,
  });
  const sync = usePermission({
    permission: argocdApplicationSyncPermission,
    resourceRef,
  });
  return { refresh: refresh.allowed, sync: sync.allowed };
}
