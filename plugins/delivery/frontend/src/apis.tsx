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

/** The `delivery` backend. */
export const deliveryApiRef = createApiRef<DeliveryApi>().with({
  id: 'plugin.delivery',
  pluginId: 'delivery',
});

export const deliveryApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: deliveryApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: connection => new DeliveryApiClient(connection),
    }),
});
