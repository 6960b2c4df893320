import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { DEMO_PEOPLE_PROVIDER } from '@shopstack/plugin-access-common';
import { demoPeopleAuthenticator } from './authenticator';

/** Local sign-in as one of the demo people; the provider exists only where `auth.providers.demo-people` is set. */
export const authModuleDemoPeople = createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo-people',
  register(env) {
    env.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        providers.registerProvider({
          providerId: DEMO_PEOPLE_PROVIDER,
          factory: createProxyAuthProviderFactory({
            authenticator: demoPeopleAuthenticator,
            signInResolver: async ({ result }, context) =>
              context.signInWithCatalogUser({ entityRef: result.entityRef }),
          }),
        });
      },
    });
  },
});
