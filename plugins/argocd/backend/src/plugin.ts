import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { argocdPermissions } from '@shopstack/plugin-argocd-common';
import {
  ChangeAnnouncer,
  createObservedSource,
  openDatabase,
} from '@shopstack/plugin-kit-node';
import { registerActions } from './actions';
import { createCollectors } from './collector';
import { readArgocdConfig } from './config';
import { createArgocd } from './createArgocd';
import { subscribeToNotifications } from './notifications';
import { createRouter } from './router';
import { AuthorizedArgocdService } from './service/AuthorizedArgocdService';

/** The Argo CD applications of the catalog's entities, over all configured instances. */
export const argocdPlugin = createBackendPlugin({
  pluginId: 'argocd',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
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
        const config = readArgocdConfig(deps.config);
        const { observed } = await createObservedSource(deps);
        const { service, followers, news } = createArgocd({
          ...deps,
          config,
          knex: await openDatabase(
            deps.database,
            '@shopstack/plugin-argocd-backend',
          ),
          observed,
          changes: ChangeAnnouncer.create(deps),
        });
        const authorized = new AuthorizedArgocdService(
          service,
          deps.permissions,
        );
        deps.permissionsRegistry.addPermissions(argocdPermissions);
        deps.httpRouter.use(createRouter({ ...deps, service: authorized }));
        registerActions(deps.actionsRegistry, authorized);
        await subscribeToNotifications(deps.events, news, deps.logger);
        if (config.stream.enabled) {
          for (const collector of createCollectors({
            ...deps,
            ...config.stream,
            followers,
          })) {
            await collector.start();
          }
        }
      },
    });
  },
});
