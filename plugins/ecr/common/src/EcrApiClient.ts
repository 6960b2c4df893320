import type { CompoundEntityRef } from '@backstage/catalog-model';
import {
  type ApiConnection,
  type ApiRequestOptions,
  type Observed,
  type ObservedPage,
  entityPath,
  queryString,
  requestJson,
} from '@shopstack/plugin-kit-common';
import type { EcrApi, EcrImageId, EcrServiceScanFilter } from './EcrApi';
import type {
  EcrFindings,
  EcrImage,
  EcrImageDetails,
  EcrImageQuery,
  EcrServiceScan,
} from './types';

/** Speaks to the `ecr` backend, from the app or from another backend. */
export class EcrApiClient implements EcrApi {
  readonly #connection: ApiConnection;

  constructor(connection: ApiConnection) {
    this.#connection = connection;
  }

  async listImages(
    entityRef: string | CompoundEntityRef,
    query: EcrImageQuery = {},
    options?: ApiRequestOptions,
  ): Promise<ObservedPage<EcrImage>> {
    return this.#get(
      `${entityPath(entityRef)}/images${queryString({ ...query })}`,
      options,
    );
  }

  async getImageDetails(
    entityRef: string | CompoundEntityRef,
    image: EcrImageId,
    options?: ApiRequestOptions,
  ): Promise<Observed<EcrImageDetails>> {
    return this.#get(
      `${entityPath(entityRef)}/image${queryString({ ...image })}`,
      options,
    );
  }

  async listFindings(
    entityRef: string | CompoundEntityRef,
    image: EcrImageId,
    options?: ApiRequestOptions,
  ): Promise<EcrFindings> {
    return this.#get(
      `${entityPath(entityRef)}/findings${queryString({ ...image })}`,
      options,
    );
  }

  async listServiceScans(
    filter: EcrServiceScanFilter = {},
    options?: ApiRequestOptions,
  ): Promise<ObservedPage<EcrServiceScan>> {
    return this.#get(`/v1/service-scans${queryString({ ...filter })}`, options);
  }

  #get<T>(path: string, options?: ApiRequestOptions): Promise<T> {
    return requestJson(this.#connection, { pluginId: 'ecr', path }, options);
  }
}
