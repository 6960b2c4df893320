import { mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
  type Permission,
} from '@backstage/plugin-permission-common';
import type { PolicyQueryUser } from '@backstage/plugin-permission-node';
import { OWNER_ONLY_PERMISSIONS } from '@shopstack/plugin-access-common';
import {
  argocdFleetReadPermission,
  argocdPermissions,
} from '@shopstack/plugin-argocd-common';
import { buildsPermissions } from '@shopstack/plugin-builds-common';
import { deliveryPermissions } from '@shopstack/plugin-delivery-common';
import { ecrPermissions } from '@shopstack/plugin-ecr-common';
import { GRANTS } from './grants';
import { ShopstackPolicy } from './ShopstackPolicy';

const policy = ShopstackPolicy.create({ logger: mockServices.logger.mock() });

function person(userEntityRef: string, ...groups: string[]) {
  return {
    info: {
      userEntityRef,
      ownershipEntityRefs: [userEntityRef, ...groups],
    },
  } as PolicyQueryUser;
}

const people = {
  guest: person('user:development/guest'),
  viewer: person('user:default/viewer'),
  owner: person('user:default/checkout-owner', 'group:default/team-checkout'),
  platform: person(
    'user:default/platform-engineer',
    'group:default/team-platform',
  ),
};

function named(name: string): Permission {
  if (
    name.startsWith('scaffolder.task.') &&
    name !== 'scaffolder.task.create'
  ) {
    return createPermission({
      name,
      attributes: {},
      resourceType: 'scaffolder-task',
    });
  }
  return OWNER_ONLY_PERMISSIONS.includes(name)
    ? createPermission({
        name,
        attributes: { action: 'update' },
        resourceType: 'catalog-entity',
      })
    : createPermission({ name, attributes: { action: 'update' } });
}

const answers = async (permission: Permission) => {
  const entries = Object.entries(people).map(
    async ([name, user]) =>
      [name, (await policy.handle({ permission }, user)).result] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
};

const { ALLOW, DENY, CONDITIONAL } = AuthorizeResult;
const expected = {
  everybody: { guest: ALLOW, viewer: ALLOW, owner: ALLOW, platform: ALLOW },
  platform: { guest: DENY, viewer: DENY, owner: DENY, platform: ALLOW },
  nobody: { guest: DENY, viewer: DENY, owner: DENY, platform: DENY },
  task: {
    guest: CONDITIONAL,
    viewer: CONDITIONAL,
    owner: CONDITIONAL,
    platform: ALLOW,
  },
  entity: {
    guest: CONDITIONAL,
    viewer: CONDITIONAL,
    owner: CONDITIONAL,
    platform: ALLOW,
  },
};

describe('ShopstackPolicy', () => {
  it.each([...GRANTS])('grants %s to %s', async (name, grant) => {
    expect(await answers(named(name))).toEqual(expected[grant]);
  });

  it('lets everybody read what we show, but for what is granted by name', async () => {
    const reads = [
      ...argocdPermissions,
      ...buildsPermissions,
      ...deliveryPermissions,
      ...ecrPermissions,
    ].filter(({ name }) => !GRANTS.has(name));
    expect(reads.map(({ name }) => name)).toContain('argocd.application.read');
    for (const permission of reads) {
      expect(await answers(permission)).toEqual(expected.everybody);
    }
  });

  it('shows applications of no entity to the platform team alone', async () => {
    expect(await answers(argocdFleetReadPermission)).toEqual(expected.platform);
  });

  it('asks for the ownership of the very entity', async () => {
    const decision = await policy.handle(
      { permission: named('builds.build.start') },
      people.owner,
    );
    expect(decision).toEqual({
      result: CONDITIONAL,
      pluginId: 'catalog',
      resourceType: 'catalog-entity',
      conditions: {
        rule: 'IS_ENTITY_OWNER',
        resourceType: 'catalog-entity',
        params: {
          claims: [
            'user:default/checkout-owner',
            'group:default/team-checkout',
          ],
        },
      },
    });
  });

  it('refuses writes that it does not know, and everything without a person', async () => {
    const unknown = createPermission({
      name: 'later.thing.delete',
      attributes: { action: 'delete' },
    });
    expect(await answers(unknown)).toEqual(expected.nobody);
    const read = createPermission({
      name: 'later.thing.read',
      attributes: { action: 'read' },
    });
    expect(await answers(read)).toEqual(expected.everybody);
    expect((await policy.handle({ permission: read })).result).toBe(DENY);
  });
});
