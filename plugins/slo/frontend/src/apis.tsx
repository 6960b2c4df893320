import {
  ApiBlueprint,
  createApiRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { SloApiClient, type SloApi } from '@shopstack/plugin-slo-common';

/** The `slo` backend. */
export const sloApiRef = createApiRef<SloApi>().with({
  id: 'plugin.slo',
  pluginId: 'slo',
});

export const sloApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: sloApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: connection => new SloApiClient(connection),
    }),
});
