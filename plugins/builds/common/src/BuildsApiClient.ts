import type { CompoundEntityRef } from '@backstage/catalog-model';
import {
  type ApiConnection,
  type ApiRequestOptions,
  type Observed,
  entityPath,
  requestJson,
} from '@shopstack/plugin-kit-common';
import type { BuildsApi } from './BuildsApi';
import type { Build } from './types';

/** Speaks to the `builds` backend, from the app or from another backend. */
export class BuildsApiClient implements BuildsApi {
  readonly #connection: ApiConnection;

  constructor(connection: ApiConnection) {
    this.#connection = connection;
  }

  async listBuilds(
    entityRef: string | CompoundEntityRef,
    options?: ApiRequestOptions,
  ): Promise<Observed<Build>> {
    return requestJson(
      this.#connection,
      { pluginId: 'builds', path: `${entityPath(entityRef)}/builds` },
      options,
    );
  }
}
