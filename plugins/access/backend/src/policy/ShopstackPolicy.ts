import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  isResourcePermission,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { isPlatformTeam } from '@shopstack/plugin-access-common';
import { GRANTS, type Grant } from './grants';

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/** Everybody reads, owners act on their services, the platform team on all. */
export class ShopstackPolicy implements PermissionPolicy {
  readonly #logger: LoggerService;

  private constructor(logger: LoggerService) {
    this.#logger = logger;
  }

  static create(options: { logger: LoggerService }) {
    return new ShopstackPolicy(options.logger);
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) {
      return DENY;
    }
    const grant = GRANTS.get(permission.name) ?? this.#byAction(permission);
    return decide(grant, permission, user);
  }

  #byAction(permission: Permission): Grant {
    if (permission.attributes.action === 'read') {
      return 'everybody';
    }
    this.#logger.warn(
      `The policy does not know the permission ${permission.name}: refused`,
    );
    return 'nobody';
  }
}

function decide(
  grant: Grant,
  permission: Permission,
  { info }: PolicyQueryUser,
): PolicyDecision {
  const claims = info.ownershipEntityRefs;
  if (grant === 'everybody') {
    return ALLOW;
  }
  if (grant === 'nobody') {
    return DENY;
  }
  if (isPlatformTeam(claims)) {
    return ALLOW;
  }
  if (grant === 'platform' || !isResourcePermission(permission)) {
    return DENY;
  }
  return grant === 'task'
    ? condition('scaffolder', permission.resourceType, 'IS_TASK_OWNER', {
        createdBy: [info.userEntityRef],
      })
    : condition('catalog', permission.resourceType, 'IS_ENTITY_OWNER', {
        claims,
      });
}

function condition(
  pluginId: string,
  resourceType: string,
  rule: string,
  params: { [name: string]: string[] },
): PolicyDecision {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId,
    resourceType,
    conditions: { rule, resourceType, params },
  };
}
