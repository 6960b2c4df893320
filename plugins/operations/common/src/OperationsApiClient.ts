import type { CompoundEntityRef } from '@backstage/catalog-model';
import {
  type ApiConnection,
  type ApiRequestOptions,
  entityPath,
  requestJson,
} from '@shopstack/plugin-kit-common';
import type { OperationsApi } from './OperationsApi';
import type { ServiceLinks, ServiceSecrets } from './types';

/** Speaks to the `operations` backend, from the app or from another backend. */
export class OperationsApiClient implements OperationsApi {
  readonly #connection: ApiConnection;

  constructor(connection: ApiConnection) {
    this.#connection = connection;
  }

  async listLinks(
    entityRef: string | CompoundEntityRef,
    options?: ApiRequestOptions,
  ): Promise<ServiceLinks> {
    return this.#get(`${entityPath(entityRef)}/links`, options);
  }

  async listSecrets(
    entityRef: string | CompoundEntityRef,
    options?: ApiRequestOptions,
  ): Promise<ServiceSecrets> {
    return this.#get(`${entityPath(entityRef)}/secrets`, options);
  }

  #get<T>(path: string, options?: ApiRequestOptions): Promise<T> {
    return requestJson<T>(
      this.#connection,
      { pluginId: 'operations', path },
      options,
    );
  }
}
