import {
  buildRetryPermission,
  buildStartPermission,
  buildStopPermission,
  type BuildAction,
} from '@shopstack/plugin-builds-common';
import { usePermission } from '@backstage/plugin-permission-react';

/** Which actions the policy allows this person on this entity. Nothing is allowed until it has answered. */
export function useBuildPermissions(
  resourceRef: string,
): Record<BuildAction, boolean> {
  const start = usePermission({
    permission: buildStartPermission,
    resourceRef,
  });
  const retry = usePermission({
    permission: buildRetryPermission,
    resourceRef,
  });
  const stop = usePermission({ permission: buildStopPermission, resourceRef });
  return { start: start.allowed, retry: retry.allowed, stop: stop.allowed };
}
