import type { CompoundEntityRef } from '@backstage/catalog-model';
import {
  type ApiConnection,
  type ApiRequestOptions,
  type Observed,
  entityPath,
  requestJson,
} from '@shopstack/plugin-kit-common';
import type { EcrApi } from './EcrApi';
import type { EcrImage } from './types';

/** Speaks to the `ecr` backend, from the app or from another backend. */
export class EcrApiClient implements EcrApi {
  readonly #connection: ApiConnection;

  constructor(connection: ApiConnection) {
    this.#connection = connection;
  }

  async listImages(
    entityRef: string | CompoundEntityRef,
    options?: ApiRequestOptions,
  ): Promise<Observed<EcrImage>> {
    return requestJson(
      this.#connection,
      { pluginId: 'ecr', path: `${entityPath(entityRef)}/images` },
      options,
    );
  }
}
