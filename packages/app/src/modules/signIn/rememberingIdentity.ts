import type { IdentityApi } from '@backstage/frontend-plugin-api';
import { forgetChoice } from './choices';

/** The identity as it is, but signing out also forgets the choice, so that the page asks again. */
export function rememberingIdentity(identity: IdentityApi): IdentityApi {
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    signOut: async () => {
      forgetChoice();
      await identity.signOut();
    },
  };
}
