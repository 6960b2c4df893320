import type { CompoundEntityRef } from '@backstage/catalog-model';
import {
  type ApiConnection,
  type ApiRequestOptions,
  type Observed,
  entityPath,
  queryString,
  requestJson,
} from '@shopstack/plugin-kit-common';
import type { ArgocdApi } from './ArgocdApi';
import type {
  ArgocdAction,
  ArgocdApplication,
  ArgocdApplicationId,
  ArgocdApplicationSummary,
  ArgocdFleetQuery,
} from './types';

const PLUGIN_ID = 'argocd';

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
      { pluginId: PLUGIN_ID, path: `${entityPath(entityRef)}/applications` },
      options,
    );
  }

  async listFleet(
    query: ArgocdFleetQuery = {},
    options?: ApiRequestOptions,
  ): Promise<Observed<ArgocdApplicationSummary>> {
    return requestJson(
      this.#connection,
      {
        pluginId: PLUGIN_ID,
        path: `/v1/applications${queryString({ ...query })}`,
      },
      options,
    );
  }

  async refresh(
    entityRef: string | CompoundEntityRef,
    { hard, ...application }: ArgocdApplicationId & { hard?: boolean },
    options?: ApiRequestOptions,
  ): Promise<void> {
    await this.#act(entityRef, application, 'refresh', { hard }, options);
  }

  async sync(
    entityRef: string | CompoundEntityRef,
    { prune, ...application }: ArgocdApplicationId & { prune?: boolean },
    options?: ApiRequestOptions,
  ): Promise<void> {
    await this.#act(entityRef, application, 'sync', { prune }, options);
  }

  /** The answer is `{}`: what became of it is read with the application. */
  async #act(
    entityRef: string | CompoundEntityRef,
    { instance, namespace, name }: ArgocdApplicationId,
    action: ArgocdAction,
    body: unknown,
    options?: ApiRequestOptions,
  ): Promise<void> {
    const place = [instance, namespace, name].map(encodeURIComponent).join('/');
    await requestJson(
      this.#connection,
      {
        pluginId: PLUGIN_ID,
        path: `${entityPath(entityRef)}/applications/${place}/${action}`,
        method: 'POST',
        body,
      },
      options,
    );
  }
}
