import type { CompoundEntityRef } from '@backstage/catalog-model';
import {
  type ApiConnection,
  type ApiRequestOptions,
  type Observed,
  entityPath,
  requestJson,
} from '@shopstack/plugin-kit-common';
import type { Workload } from './types';
import type { WorkloadsApi } from './WorkloadsApi';

/** Speaks to the `workloads` backend, from the app or from another backend. */
export class WorkloadsApiClient implements WorkloadsApi {
  readonly #connection: ApiConnection;

  constructor(connection: ApiConnection) {
    this.#connection = connection;
  }

  async listWorkloads(
    entityRef: string | CompoundEntityRef,
    options?: ApiRequestOptions,
  ): Promise<Observed<Workload>> {
    return this.#get(`${entityPath(entityRef)}/workloads`, options);
  }

  async listFleet(options?: ApiRequestOptions): Promise<Observed<Workload>> {
    return this.#get('/v1/workloads', options);
  }

  #get(path: string, options?: ApiRequestOptions) {
    return requestJson<Observed<Workload>>(
      this.#connection,
      { pluginId: 'workloads', path },
      options,
    );
  }
}
