import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { ShopstackPolicy } from './ShopstackPolicy';

/** Installs the portal's permission policy. */
export const permissionModuleShopstackPolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'shopstack-policy',
  register(env) {
    env.registerInit({
      deps: {
        policy: policyExtensionPoint,
        logger: coreServices.logger,
      },
      async init({ policy, logger }) {
        policy.setPolicy(ShopstackPolicy.create({ logger }));
      },
    });
  },
});
