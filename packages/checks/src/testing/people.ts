import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';

/** Who asks, with the header that says so. */
export const callers = {
  anonymous: mockCredentials.none.header(),
  guest: mockCredentials.user.header('user:development/guest'),
  viewer: mockCredentials.user.header('user:default/viewer'),
  owner: mockCredentials.user.header('user:default/checkout-owner'),
  stranger: mockCredentials.user.header('user:default/identity-owner'),
  platform: mockCredentials.user.header('user:default/platform-engineer'),
  service: mockCredentials.service.header(),
} as const;

export type Caller = keyof typeof callers;

const groups: Record<string, string[]> = {
  'user:default/checkout-owner': ['group:default/team-checkout'],
  'user:default/identity-owner': ['group:default/team-identity'],
  'user:default/platform-engineer': ['group:default/team-platform'],
};

/** The mock of Backstage gives nobody a group. */
export const userInfoFactory = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () => ({
    async getUserInfo(credentials) {
      const { principal } = credentials as {
        principal: { type: string; userEntityRef: string };
      };
      if (principal.type !== 'user') {
        throw new Error('Only people have groups');
      }
      const { userEntityRef } = principal;
      return {
        userEntityRef,
        ownershipEntityRefs: [userEntityRef, ...(groups[userEntityRef] ?? [])],
      };
    },
  }),
});
