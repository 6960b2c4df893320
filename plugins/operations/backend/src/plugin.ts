import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  createObservedSource,
  readAwsConsoleAccess,
} from '@shopstack/plugin-kit-node';
import { operationsPermissions } from '@shopstack/plugin-operations-common';
import { WorkloadsApiClient } from '@shopstack/plugin-workloads-common';
import { registerActions } from './actions/registerActions';
import { readOperationsConfig } from './config';
import { createRouter } from './router';
import { AuthorizedOperationsService } from './service/AuthorizedOperationsService';
import { DefaultOperationsService } from './service/DefaultOperationsService';
import { WorkloadsSource } from './sources/WorkloadsSource';
import { SecretsClient } from './upstream/SecretsClient';

/** What somebody needs who operates a service: where to look, whom to call, how old its secrets are. */
export const operationsPlugin = createBackendPlugin({
  pluginId: 'operations',
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
      },
      async init(deps) {
        const config = readOperationsConfig(deps.config);
        const { observed } = await createObservedSource(deps);
        const service = new AuthorizedOperationsService(
          new DefaultOperationsService({
            catalog: deps.catalog,
            config,
            workloads: new WorkloadsSource({
              auth: deps.auth,
              api: new WorkloadsApiClient({
                discoveryApi: deps.discovery,
                fetchApi: { fetch },
              }),
              timeoutMs: config.timeoutMs,
            }),
            secrets: new SecretsClient(
              config.secrets,
              DefaultAwsCredentialsManager.fromConfig(deps.config),
            ),
            observed,
            console: readAwsConsoleAccess(deps.config),
          }),
          deps.permissions,
        );
        deps.permissionsRegistry.addPermissions(operationsPermissions);
        deps.httpRouter.use(createRouter({ httpAuth: deps.httpAuth, service }));
        registerActions(deps.actionsRegistry, service);
      },
    });
  },
});
