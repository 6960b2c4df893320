import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import type { BackendFeature } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalog from '@backstage/plugin-catalog-backend';
import permission from '@backstage/plugin-permission-backend';
import type { JsonObject } from '@backstage/types';
import access from '@shopstack/plugin-access-backend';
import { authFactory } from './authFactory';
import { catalogOf } from './catalogOf';
import { entities as usualEntities } from './entities';
import { userInfoFactory } from './people';
import { portalBackends } from './portalBackends';

export interface PortalBackendsOptions {
  config: JsonObject;
  entities?: Entity[];
  /** In the place of the portal's own. */
  policy?: BackendFeature;
  /** In the place of the real catalog. */
  catalogFeatures?: BackendFeature[];
  features?: BackendFeature[];
}

/** Our backends in one process, with the real catalog and the real permission framework. */
export async function startPortalBackends({
  config,
  entities = usualEntities,
  policy = access,
  catalogFeatures = [catalog, catalogOf(entities)],
  features = [],
}: PortalBackendsOptions) {
  return startTestBackend({
    features: [
      mockServices.rootConfig.factory({ data: config }),
      ...catalogFeatures,
      permission,
      policy,
      authFactory,
      httpAuthServiceFactory,
      permissionsServiceFactory,
      userInfoFactory,
      ...Object.values(portalBackends),
      ...features,
    ],
  });
}
