import {
  ApiBlueprint,
  createApiRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { requestJson } from '@shopstack/plugin-kit-common';

/** Whether a service may have a name. */
export interface NameAvailability {
  name: string;
  available: boolean;
  /** Who has the name already. */
  takenBy: { where: string; what: string }[];
  /** Why it could not be found out, or why the name cannot be one at all. */
  problem?: string;
}

/** What the wizard asks the `golden-path` backend. */
export interface GoldenPathApi {
  /** @throws ResponseError when the backend does not answer */
  checkName(
    name: string,
    options?: { signal?: AbortSignal },
  ): Promise<NameAvailability>;
}

/** The `golden-path` backend. It belongs to the scaffolder here, whose wizard is the only one to ask it. */
export const goldenPathApiRef = createApiRef<GoldenPathApi>().with({
  id: 'plugin.golden-path',
  pluginId: 'scaffolder',
});

export const goldenPathApi = ApiBlueprint.make({
  name: 'golden-path',
  params: defineParams =>
    defineParams({
      api: goldenPathApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: connection => ({
        checkName: (name, options) =>
          requestJson<NameAvailability>(
            connection,
            {
              pluginId: 'golden-path',
              path: `/v1/names/${encodeURIComponent(name)}`,
            },
            options,
          ),
      }),
    }),
});
