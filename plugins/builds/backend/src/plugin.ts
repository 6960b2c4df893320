import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { buildsPermissions } from '@shopstack/plugin-builds-common';
import { KnexReadModel, ObservedSource } from '@shopstack/plugin-kit-node';
import { readBuildsConfig } from './config';
import { createRouter } from './router';
import { AuthorizedBuildsService } from './service/AuthorizedBuildsService';
import { DefaultBuildsService } from './service/DefaultBuildsService';
import { CodeBuildExecutor } from './upstream/codebuild/CodeBuildExecutor';
import { GithubActionsExecutor } from './upstream/github-actions/GithubActionsExecutor';

/** The builds of the catalog's entities, of every executor that the platform uses. */
export const buildsPlugin = createBackendPlugin({
  pluginId: 'builds',
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
        const config = readBuildsConfig(deps.config);
        const service = new DefaultBuildsService({
          catalog: deps.catalog,
          executors: [
            new CodeBuildExecutor({
              ...config.codebuild,
              credentials: DefaultAwsCredentialsManager.fromConfig(deps.config),
            }),
            new GithubActionsExecutor({
              ...config.githubActions,
              integrations: ScmIntegrations.fromConfig(deps.config),
            }),
          ],
          observed: new ObservedSource({
            readModel: await KnexReadModel.create(deps.database),
            logger: deps.logger,
          }),
          maxAgeSeconds: config.maxAgeSeconds,
        });
        deps.permissionsRegistry.addPermissions(buildsPermissions);
        deps.httpRouter.use(
          createRouter({
            httpAuth: deps.httpAuth,
            service: new AuthorizedBuildsService(service, deps.permissions),
          }),
        );
      },
    });
  },
});
