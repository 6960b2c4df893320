import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  ChangeAnnouncer,
  createObservedSource,
} from '@shopstack/plugin-kit-node';
import { sloPermissions } from '@shopstack/plugin-slo-common';
import { registerActions } from './actions';
import { createCollector } from './collector';
import { readSloConfig } from './config';
import { createSlo } from './createSlo';
import { createRouter } from './router';
import { AuthorizedSloService } from './service/AuthorizedSloService';

/** The service level objectives of the catalog's entities, over all configured Prometheus instances. */
export const sloPlugin = createBackendPlugin({
  pluginId: 'slo',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        urlReader: coreServices.urlReader,
      },
      async init(deps) {
        const sloConfig = readSloConfig(deps.config);
        const { observed } = await createObservedSource(deps);
        const { service, overviews } = createSlo({
          ...deps,
          sloConfig,
          observed,
          changes: ChangeAnnouncer.create(deps),
        });
        const authorized = new AuthorizedSloService(service, deps.permissions);
        deps.permissionsRegistry.addPermissions(sloPermissions);
        deps.httpRouter.use(createRouter({ ...deps, service: authorized }));
        registerActions(deps.actionsRegistry, authorized);
        if (sloConfig.instances.length > 0) {
          const { maxAgeSeconds } = sloConfig;
          await createCollector({ ...deps, overviews, maxAgeSeconds }).start();
        }
      },
    });
  },
});
