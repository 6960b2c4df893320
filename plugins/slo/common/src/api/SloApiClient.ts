import type { CompoundEntityRef } from '@backstage/catalog-model';
import {
  type ApiConnection,
  type ApiRequestOptions,
  type Observed,
  entityPath,
  queryString,
  requestJson,
} from '@shopstack/plugin-kit-common';
import type { SloApi } from './SloApi';
import type {
  EntitySlos,
  SloChart,
  SloChartName,
  SloChartRange,
  SloDeployment,
  SloDetail,
  SloList,
  SloQueryFilter,
  SloReference,
} from './types';

const PLUGIN_ID = 'slo';

/** Speaks to the `slo` backend, from the app or from another backend. */
export class SloApiClient implements SloApi {
  readonly #connection: ApiConnection;

  constructor(connection: ApiConnection) {
    this.#connection = connection;
  }

  async listSlos(
    entityRef: string | CompoundEntityRef,
    options?: ApiRequestOptions,
  ): Promise<EntitySlos> {
    return this.#get(`${entityPath(entityRef)}/slos`, options);
  }

  async listAllSlos(
    filter: SloQueryFilter = {},
    options?: ApiRequestOptions,
  ): Promise<SloList> {
    return this.#get(`/v1/slos${queryString({ ...filter })}`, options);
  }

  async getSlo(
    entityRef: string | CompoundEntityRef,
    reference: SloReference,
    options?: ApiRequestOptions,
  ): Promise<Observed<SloDetail>> {
    return this.#get(pathOf(entityRef, reference), options);
  }

  async getChart(
    entityRef: string | CompoundEntityRef,
    reference: SloReference,
    chart: SloChartName,
    range: SloChartRange,
    options?: ApiRequestOptions,
  ): Promise<Observed<SloChart>> {
    const path = `${pathOf(entityRef, reference)}/charts/${encodeURIComponent(chart)}`;
    return this.#get(`${path}${queryString({ ...range })}`, options);
  }

  async listDeployments(
    entityRef: string | CompoundEntityRef,
    reference: SloReference,
    range: SloChartRange,
    options?: ApiRequestOptions,
  ): Promise<Observed<SloDeployment>> {
    const path = `${pathOf(entityRef, reference)}/deployments`;
    return this.#get(`${path}${queryString({ ...range })}`, options);
  }

  #get<T>(path: string, options?: ApiRequestOptions): Promise<T> {
    return requestJson(
      this.#connection,
      { pluginId: PLUGIN_ID, path },
      options,
    );
  }
}

function pathOf(
  entityRef: string | CompoundEntityRef,
  { instance, id }: SloReference,
): string {
  const place = [instance, id].map(encodeURIComponent).join('/');
  return `${entityPath(entityRef)}/slos/${place}`;
}
