import type { CompoundEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import {
  type ApiConnection,
  type ApiRequestOptions,
  type Observed,
  entityPath,
  queryString,
  requestJson,
} from '@shopstack/plugin-kit-common';
import type { BuildId, BuildsApi } from './BuildsApi';
import type {
  Build,
  BuildDetails,
  BuildLog,
  BuildPage,
  BuildQuery,
} from './types';

const PLUGIN_ID = 'builds';

/** Speaks to the `builds` backend, from the app or from another backend. */
export class BuildsApiClient implements BuildsApi {
  readonly #connection: ApiConnection;

  constructor(connection: ApiConnection) {
    this.#connection = connection;
  }

  async listBuilds(
    entityRef: string | CompoundEntityRef,
    query: BuildQuery = {},
    options?: ApiRequestOptions,
  ): Promise<BuildPage> {
    const path = `${entityPath(entityRef)}/builds${queryString({ ...query })}`;
    return this.#request({ path }, options);
  }

  async getBuild(
    entityRef: string | CompoundEntityRef,
    build: BuildId,
    options?: ApiRequestOptions,
  ): Promise<Observed<BuildDetails>> {
    return this.#request({ path: buildPath(entityRef, build) }, options);
  }

  async readLog(
    entityRef: string | CompoundEntityRef,
    build: BuildId,
    query: { cursor?: string } = {},
    options?: ApiRequestOptions,
  ): Promise<BuildLog> {
    const path = `${buildPath(entityRef, build)}/log${queryString(query)}`;
    return this.#request({ path }, options);
  }

  async downloadLog(
    entityRef: string | CompoundEntityRef,
    build: BuildId,
    options: ApiRequestOptions = {},
  ): Promise<Blob> {
    const { discoveryApi, fetchApi } = this.#connection;
    const response = await fetchApi.fetch(
      `${await discoveryApi.getBaseUrl(PLUGIN_ID)}${buildPath(entityRef, build)}/log.txt`,
      {
        headers: options.token
          ? { Authorization: `Bearer ${options.token}` }
          : {},
        signal: options.signal,
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.blob();
  }

  async startBuild(
    entityRef: string | CompoundEntityRef,
    body: {
      projectKey: string;
      sourceVersion?: string;
      idempotencyKey: string;
    },
    options?: ApiRequestOptions,
  ): Promise<Build> {
    const path = `${entityPath(entityRef)}/builds`;
    return this.#request({ path, method: 'POST', body }, options);
  }

  async retryBuild(
    entityRef: string | CompoundEntityRef,
    { idempotencyKey, ...build }: BuildId & { idempotencyKey: string },
    options?: ApiRequestOptions,
  ): Promise<Build> {
    const path = `${buildPath(entityRef, build)}/retry`;
    const body = { idempotencyKey };
    return this.#request({ path, method: 'POST', body }, options);
  }

  async stopBuild(
    entityRef: string | CompoundEntityRef,
    build: BuildId,
    options?: ApiRequestOptions,
  ): Promise<Build> {
    const path = `${buildPath(entityRef, build)}/stop`;
    return this.#request({ path, method: 'POST', body: {} }, options);
  }

  #request<T>(
    request: { path: string; method?: string; body?: unknown },
    options?: ApiRequestOptions,
  ): Promise<T> {
    return requestJson(
      this.#connection,
      { pluginId: PLUGIN_ID, ...request },
      options,
    );
  }
}

function buildPath(
  entityRef: string | CompoundEntityRef,
  { executor, id }: BuildId,
): string {
  const build = [executor, id].map(encodeURIComponent).join('/');
  return `${entityPath(entityRef)}/builds/${build}`;
}
