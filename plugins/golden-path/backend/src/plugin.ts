import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { goldenPathPermissions } from '@shopstack/plugin-golden-path-common';
import { goldenPathsServiceRef } from '@shopstack/plugin-golden-path-node';
import { createRouter } from './router';
import { AuthorizedGoldenPathService } from './service/AuthorizedGoldenPathService';
import { DefaultGoldenPathService } from './service/DefaultGoldenPathService';

/** What golden paths would do, before they do it. */
export const goldenPathPlugin = createBackendPlugin({
  pluginId: 'golden-path',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogServiceRef,
        goldenPaths: goldenPathsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init(deps) {
        const service = new DefaultGoldenPathService({
          catalog: deps.catalog,
          planning: deps.goldenPaths.planning,
        });
        deps.permissionsRegistry.addPermissions(goldenPathPermissions);
        deps.httpRouter.use(
          createRouter({
            httpAuth: deps.httpAuth,
            service: new AuthorizedGoldenPathService(service, deps.permissions),
          }),
        );
      },
    });
  },
});
