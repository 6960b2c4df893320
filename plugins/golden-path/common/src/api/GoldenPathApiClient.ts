import {
  type ApiConnection,
  type ApiRequestOptions,
  requestJson,
} from '@shopstack/plugin-kit-common';
import type { Plan } from '../plan/Plan';
import type { GoldenPathApi, NameAvailability } from './GoldenPathApi';

/** Speaks to the `golden-path` backend, from the app or from another backend. */
export class GoldenPathApiClient implements GoldenPathApi {
  readonly #connection: ApiConnection;

  constructor(connection: ApiConnection) {
    this.#connection = connection;
  }

  async plan(
    request: { template: string; values: Record<string, unknown> },
    options?: ApiRequestOptions,
  ): Promise<Plan> {
    return requestJson(
      this.#connection,
      {
        pluginId: 'golden-path',
        path: '/v1/plans',
        method: 'POST',
        body: request,
      },
      options,
    );
  }

  async checkName(
    name: string,
    options?: ApiRequestOptions,
  ): Promise<NameAvailability> {
    return requestJson(
      this.#connection,
      {
        pluginId: 'golden-path',
        path: `/v1/names/${encodeURIComponent(name)}`,
      },
      options,
    );
  }
}
