import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { ecrPermissions } from '@shopstack/plugin-ecr-common';
import {
  ChangeAnnouncer,
  createObservedSource,
} from '@shopstack/plugin-kit-node';
import { registerActions } from './actions/registerActions';
import { startCollector } from './collector/startCollector';
import { readEcrConfig } from './config';
import { createService } from './createService';
import { hearOfImages } from './events/hearOfImages';
import { createRouter } from './router';
import { AuthorizedEcrService } from './service/AuthorizedEcrService';

/** The images of the catalog's entities, read from Amazon ECR. */
export const ecrPlugin = createBackendPlugin({
  pluginId: 'ecr',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init(deps) {
        const ecr = readEcrConfig(deps.config);
        const { observed } = await createObservedSource(deps);
        const changes = ChangeAnnouncer.create(deps);
        const parts = await createService({ ...deps, changes, ecr, observed });
        const service = new AuthorizedEcrService(
          parts.service,
          deps.permissions,
        );
        deps.permissionsRegistry.addPermissions(ecrPermissions);
        registerActions(deps.actionsRegistry, service);
        deps.httpRouter.use(createRouter({ httpAuth: deps.httpAuth, service }));
        await hearOfImages({ ...deps, ...parts });
        await startCollector({ ...deps, ...parts, ...ecr });
      },
    });
  },
});
