import {
  ApiBlueprint,
  createApiRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  DeliveryApiClient,
  type DeliveryApi,
} from '@shopstack/plugin-delivery-common';
import { EcrApiClient, type EcrApi } from '@shopstack/plugin-ecr-common';

/** The `ecr` backend. */
export const ecrApiRef = createApiRef<EcrApi>().with({
  id: 'plugin.ecr',
  pluginId: 'ecr',
});

/** The joined view, asked for which environments run an image. */
export const ecrDeliveryApiRef = createApiRef<
  Pick<DeliveryApi, 'getStrip'>
>().with({ id: 'plugin.ecr.delivery', pluginId: 'ecr' });

export const ecrApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: ecrApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: connection => new EcrApiClient(connection),
    }),
});

export const ecrDeliveryApi = ApiBlueprint.make({
  name: 'delivery',
  params: defineParams =>
    defineParams({
      api: ecrDeliveryApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: connection => new DeliveryApiClient(connection),
    }),
});
