import {
  ApiBlueprint,
  createApiRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  BuildsApiClient,
  type BuildsApi,
} from '@shopstack/plugin-builds-common';

/** The `builds` backend. */
export const buildsApiRef = createApiRef<BuildsApi>().with({
  id: 'plugin.builds',
  pluginId: 'builds',
});

export const buildsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: buildsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: connection => new BuildsApiClient(connection),
    }),
});
