import {
  ApiBlueprint,
  createApiRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { EcrApiClient, type EcrApi } from '@shopstack/plugin-ecr-common';

/** The `ecr` backend. */
export const ecrApiRef = createApiRef<EcrApi>().with({
  id: 'plugin.ecr',
  pluginId: 'ecr',
});

export const ecrApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: ecrApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: connection => new EcrApiClient(connection),
    }),
});
