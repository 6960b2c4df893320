import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { argocdPermissions } from '@shopstack/plugin-argocd-common';
import { KnexReadModel, ObservedSource } from '@shopstack/plugin-kit-node';
import { readArgocdConfig } from './config';
import { createRouter } from './router';
import { AuthorizedArgocdService } from './service/AuthorizedArgocdService';
import { DefaultArgocdService } from './service/DefaultArgocdService';
import { ArgocdClient } from './upstream/ArgocdClient';
import { ArgocdReader } from './upstream/ArgocdReader';
import { RevisionMetadataCache } from './upstream/RevisionMetadataCache';

/** The Argo CD applications of the catalog's entities, over all configured instances. */
export const argocdPlugin = createBackendPlugin({
  pluginId: 'argocd',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init(deps) {
        const config = readArgocdConfig(deps.config);
        const readModel = await KnexReadModel.create(deps.database);
        const metadata = new RevisionMetadataCache(readModel);
        const service = new DefaultArgocdService({
          catalog: deps.catalog,
          readers: config.instances.map(
            instance =>
              new ArgocdReader({
                client: new ArgocdClient({ ...config, instance }),
                instance,
                metadata,
                revisionsToLoad: config.revisionsToLoad,
              }),
          ),
          observed: new ObservedSource({ readModel, logger: deps.logger }),
          maxAgeSeconds: config.maxAgeSeconds,
        });
        deps.permissionsRegistry.addPermissions(argocdPermissions);
        deps.httpRouter.use(
          createRouter({
            httpAuth: deps.httpAuth,
            service: new AuthorizedArgocdService(service, deps.permissions),
          }),
        );
      },
    });
  },
});
