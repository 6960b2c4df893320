import type { CompoundEntityRef } from '@backstage/catalog-model';
import {
  type ApiConnection,
  type ApiRequestOptions,
  type Observed,
  entityPath,
  requestJson,
} from '@shopstack/plugin-kit-common';
import type { DeliveryApi } from './DeliveryApi';
import type {
  DeliveryActivity,
  DeliveryServices,
  DeliveryStrip,
} from './types';

/** Speaks to the `delivery` backend. */
export class DeliveryApiClient implements DeliveryApi {
  readonly #connection: ApiConnection;

  constructor(connection: ApiConnection) {
    this.#connection = connection;
  }

  async getStrip(
    entityRef: string | CompoundEntityRef,
    options?: ApiRequestOptions,
  ): Promise<DeliveryStrip> {
    return this.#get(`${entityPath(entityRef)}/strip`, options);
  }

  async listServices(
    filter: { ownedBy?: string[] } = {},
    options?: ApiRequestOptions,
  ): Promise<DeliveryServices> {
    const query = new URLSearchParams(
      (filter.ownedBy ?? []).map(owner => ['ownedBy', owner]),
    );
    return this.#get(withQuery('/v1/services', query), options);
  }

  async listActivity(
    filter: { limit?: number } = {},
    options?: ApiRequestOptions,
  ): Promise<Observed<DeliveryActivity>> {
    const query = new URLSearchParams(
      filter.limit !== undefined ? { limit: String(filter.limit) } : {},
    );
    return this.#get(withQuery('/v1/activity', query), options);
  }

  async #get<T>(path: string, options?: ApiRequestOptions): Promise<T> {
    return requestJson(
      this.#connection,
      { pluginId: 'delivery', path },
      options,
    );
  }
}

function withQuery(path: string, query: URLSearchParams): string {
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
