import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { type Observed, SOURCE_NAMES } from '@shopstack/plugin-kit-common';
import type {
  Workload,
  WorkloadsApi,
} from '@shopstack/plugin-workloads-common';

/** Asks the workloads backend on behalf of the caller. Its silence becomes the state of a source. */
export class WorkloadsSource {
  readonly #options: {
    auth: AuthService;
    api: WorkloadsApi;
    timeoutMs: number;
  };

  constructor(options: {
    auth: AuthService;
    api: WorkloadsApi;
    timeoutMs: number;
  }) {
    this.#options = options;
  }

  async read(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Observed<Workload>> {
    const { auth, api, timeoutMs } = this.#options;
    try {
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: credentials,
        targetPluginId: 'workloads',
      });
      return await api.listWorkloads(entityRef, {
        token,
        signal: AbortSignal.timeout(timeoutMs),
      });
    } catch (error) {
      const forbidden =
        error instanceof ResponseError && error.statusCode === 403;
      return {
        items: [],
        sources: [
          {
            source: SOURCE_NAMES.kubernetes,
            state: 'unavailable',
            reason: forbidden
              ? 'You may not read it'
              : 'It did not answer the portal',
          },
        ],
      };
    }
  }
}
