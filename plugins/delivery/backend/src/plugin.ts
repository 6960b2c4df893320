import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { ArgocdApiClient } from '@shopstack/plugin-argocd-common';
import { BuildsApiClient } from '@shopstack/plugin-builds-common';
import { deliveryPermissions } from '@shopstack/plugin-delivery-common';
import { SOURCE_NAMES } from '@shopstack/plugin-kit-common';
import { WorkloadsApiClient } from '@shopstack/plugin-workloads-common';
import { readDeliveryConfig } from './config';
import { createRouter } from './router';
import { AuthorizedDeliveryService } from './service/AuthorizedDeliveryService';
import { DefaultDeliveryService } from './service/DefaultDeliveryService';
import { SiblingSource } from './sources/SiblingSource';

/** The joined view: which version of a service runs where, and how it came there. */
export const deliveryPlugin = createBackendPlugin({
  pluginId: 'delivery',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init(deps) {
        const { auth, discovery } = deps;
        const config = readDeliveryConfig(deps.config);
        const connection = { discoveryApi: discovery, fetchApi: { fetch } };
        const argocd = new ArgocdApiClient(connection);
        const builds = new BuildsApiClient(connection);
        const workloads = new WorkloadsApiClient(connection);
        const sibling = { auth, timeoutMs: config.timeoutMs };
        const service = new DefaultDeliveryService({
          ...config,
          catalog: deps.catalog,
          applications: new SiblingSource({
            ...sibling,
            pluginId: 'argocd',
            source: SOURCE_NAMES.argocd,
            ask: (ref, options) => argocd.listApplications(ref, options),
          }),
          builds: new SiblingSource({
            ...sibling,
            pluginId: 'builds',
            source: SOURCE_NAMES.codeBuild,
            // What runs anywhere is among the newest.
            ask: (ref, options) =>
              builds.listBuilds(ref, { limit: 100 }, options),
          }),
          workloads: new SiblingSource({
            ...sibling,
            pluginId: 'workloads',
            source: SOURCE_NAMES.kubernetes,
            ask: (ref, options) => workloads.listWorkloads(ref, options),
          }),
        });
        deps.permissionsRegistry.addPermissions(deliveryPermissions);
        deps.httpRouter.use(
          createRouter({
            httpAuth: deps.httpAuth,
            service: new AuthorizedDeliveryService(service, deps.permissions),
          }),
        );
      },
    });
  },
});
