import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type {
  ArgocdApi,
  ArgocdApplication,
} from '@shopstack/plugin-argocd-common';
import { type Observed, SOURCE_NAMES } from '@shopstack/plugin-kit-common';

export interface ApplicationsSourceOptions {
  auth: AuthService;
  api: Pick<ArgocdApi, 'listApplications'>;
  timeoutMs: number;
}

/**
 * Asks the argocd backend on behalf of the caller. Its answer is taken as it is; its silence becomes the state of a
 * source. A 400 means that the entity has no applications, which is no fault.
 */
export class ApplicationsSource {
  readonly #options: ApplicationsSourceOptions;

  constructor(options: ApplicationsSourceOptions) {
    this.#options = options;
  }

  async read(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Observed<ArgocdApplication>> {
    const { auth, api, timeoutMs } = this.#options;
    try {
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: credentials,
        targetPluginId: 'argocd',
      });
      return await api.listApplications(entityRef, {
        token,
        signal: AbortSignal.timeout(timeoutMs),
      });
    } catch (error) {
      if (error instanceof ResponseError && error.statusCode === 400) {
        return { items: [], sources: [] };
      }
      return {
        items: [],
        sources: [
          {
            source: SOURCE_NAMES.argocd,
            state: 'unavailable',
            since: new Date().toISOString(),
            reason: reasonOf(error),
          },
        ],
      };
    }
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof ResponseError && error.statusCode === 403) {
    return 'You may not read it';
  }
  return (error as Error)?.name === 'TimeoutError'
    ? 'It does not answer in time'
    : 'It did not answer the portal';
}
