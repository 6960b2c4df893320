import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { buildsPermissions } from '@shopstack/plugin-builds-common';
import { Collector, createObservedSource } from '@shopstack/plugin-kit-node';
import { registerActions } from './actions/registerActions';
import { collectBuilds } from './collector';
import { readBuildsConfig } from './config';
import { createExecutors } from './createExecutors';
import { createService } from './createService';
import { hearOfBuilds } from './events';
import { createRouter } from './router';
import { AuthorizedBuildsService } from './service/AuthorizedBuildsService';

/** The builds of the catalog's entities, of every executor that the platform uses. */
export const buildsPlugin = createBackendPlugin({
  pluginId: 'builds',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
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
        const { auditor, httpAuth, scheduler, logger } = deps;
        const config = readBuildsConfig(deps.config);
        const { observed } = await createObservedSource(deps);
        const executors = createExecutors(deps.config, config, observed);
        const { heads, service } = await createService({
          ...deps,
          executors,
          observed,
          maxAgeSeconds: config.maxAgeSeconds,
        });
        const authorized = new AuthorizedBuildsService(
          service,
          deps.permissions,
        );
        deps.permissionsRegistry.addPermissions(buildsPermissions);
        registerActions(deps.actionsRegistry, authorized);
        deps.httpRouter.use(
          createRouter({ auditor, httpAuth, service: authorized }),
        );
        await hearOfBuilds({ events: deps.events, executors, heads, logger });
        const { frequencySeconds } = config.collector;
        await new Collector({
          id: 'collect-builds',
          scheduler,
          logger,
          frequency: { seconds: frequencySeconds },
          timeout: { seconds: Math.max(frequencySeconds, 60) },
          initialDelay: { seconds: 60 },
          pass: signal =>
            collectBuilds(
              {
                auth: deps.auth,
                catalog: deps.catalog,
                executors,
                heads,
                maxAgeSeconds: frequencySeconds / 2,
              },
              signal,
            ),
        }).start();
      },
    });
  },
});
