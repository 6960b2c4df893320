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
import { workloadsPermissions } from '@shopstack/plugin-workloads-common';
import { registerListWorkloads } from './actions/registerListWorkloads';
import { createCollector } from './collector';
import { readWorkloadsConfig } from './config';
import { connectClusters } from './connectClusters';
import { createRouter } from './router';
import { AuthorizedWorkloadsService } from './service/AuthorizedWorkloadsService';
import { DefaultWorkloadsService } from './service/DefaultWorkloadsService';
import { KnexWorkloadStore } from './store/KnexWorkloadStore';

/** What runs of each service in the clusters, followed by a collector. */
export const workloadsPlugin = createBackendPlugin({
  pluginId: 'workloads',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
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
        const { catalog, logger, permissions } = deps;
        const config = readWorkloadsConfig(deps.config);
        const store = await KnexWorkloadStore.create(deps.database);
        await store.keepOnly(config.clusters.map(({ name }) => name));
        const { observed } = await createObservedSource(deps);
        const { clusters, readers, close } = connectClusters({
          ...config,
          rootConfig: deps.config,
          logger,
          store,
          changes: ChangeAnnouncer.create(deps),
        });
        const service = new AuthorizedWorkloadsService(
          new DefaultWorkloadsService({
            catalog,
            store,
            readers,
            unreadable: config.unreadable,
            observed,
            maxAgeSeconds: config.maxAgeSeconds,
          }),
          permissions,
        );
        deps.permissionsRegistry.addPermissions(workloadsPermissions);
        deps.httpRouter.use(createRouter({ httpAuth: deps.httpAuth, service }));
        registerListWorkloads(deps.actionsRegistry, service);
        if (clusters.length > 0) {
          await createCollector({
            ...config,
            scheduler: deps.scheduler,
            logger,
            clusters,
          }).start();
        }
        deps.lifecycle.addShutdownHook(close);
      },
    });
  },
});
