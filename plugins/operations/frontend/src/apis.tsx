import {
  ApiBlueprint,
  createApiRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  type OperationsApi,
  OperationsApiClient,
} from '@shopstack/plugin-operations-common';

/** The `operations` backend. */
export const operationsApiRef = createApiRef<OperationsApi>().with({
  id: 'plugin.operations',
  pluginId: 'operations',
});

export const operationsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: operationsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: connection => new OperationsApiClient(connection),
    }),
});
