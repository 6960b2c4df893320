import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  type CompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';

/**
 * For the `Authorized...` decorators: passes when the policy allows, before anything else happens.
 *
 * @throws NotAllowedError in every other case.
 */
export async function requirePermission(
  permissions: PermissionsService,
  permission: BasicPermission,
  credentials: BackstageCredentials,
): Promise<void> {
  const [decision] = await permissions.authorize([{ permission }], {
    credentials,
  });
  if (decision?.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(`You may not use '${permission.name}'`);
  }
}

/**
 * Like `requirePermission`, for what one may do to one entity and not to another.
 *
 * @throws NotAllowedError unless the policy allows it for this entity; also when there is no such entity.
 */
export async function requireEntityPermission(
  permissions: PermissionsService,
  permission: ResourcePermission<'catalog-entity'>,
  entityRef: CompoundEntityRef,
  credentials: BackstageCredentials,
): Promise<void> {
  const resourceRef = stringifyEntityRef(entityRef);
  const [decision] = await permissions.authorize(
    [{ permission, resourceRef }],
    { credentials },
  );
  if (decision?.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `You may not use '${permission.name}' on ${resourceRef}`,
    );
  }
}
