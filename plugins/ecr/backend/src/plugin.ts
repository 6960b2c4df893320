import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { ecrPermissions } from '@shopstack/plugin-ecr-common';
import { KnexReadModel, ObservedSource } from '@shopstack/plugin-kit-node';
import { readEcrConfig } from './config';
import { createRouter } from './router';
import { AuthorizedEcrService } from './service/AuthorizedEcrService';
import { DefaultEcrService } from './service/DefaultEcrService';
import { EcrClient } from './upstream/EcrClient';

/** The images of the catalog's entities, read from Amazon ECR. */
export const ecrPlugin = createBackendPlugin({
  pluginId: 'ecr',
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
        const config = readEcrConfig(deps.config);
        const service = new DefaultEcrService({
          catalog: deps.catalog,
          client: new EcrClient({
            ...config,
            credentials: DefaultAwsCredentialsManager.fromConfig(deps.config),
          }),
          observed: new ObservedSource({
            readModel: await KnexReadModel.create(deps.database),
            logger: deps.logger,
          }),
          maxAgeSeconds: config.maxAgeSeconds,
        });
        deps.permissionsRegistry.addPermissions(ecrPermissions);
        deps.httpRouter.use(
          createRouter({
            httpAuth: deps.httpAuth,
            service: new AuthorizedEcrService(service, deps.permissions),
          }),
        );
      },
    });
  },
});
