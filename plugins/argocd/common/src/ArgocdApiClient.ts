import type { CompoundEntityRef } from '@backstage/catalog-model';
import {
  type ApiConnection,
  type ApiRequestOptions,
  type Observed,
  entityPath,
  requestJson,
} from '@shopstack/plugin-kit-common';
import type { ArgocdApi } from './ArgocdApi';
import type { ArgocdApplication } from './types';

/** Speaks to the `argocd` backend, from the app or from another backend. */
export class ArgocdApiClient implements ArgocdApi {
  readonly #connection: ApiConnection;

  constructor(connection: ApiConnection) {
    this.#connection = connection;
  }

  async listApplications(
    entityRef: string | CompoundEntityRef,
    options?: ApiRequestOptions,
  ): Promise<Observed<ArgocdApplication>> {
    return requestJson(
      this.#connection,
      { pluginId: 'argocd', path: `${entityPath(entityRef)}/applications` },
      options,
    );
  }
}
