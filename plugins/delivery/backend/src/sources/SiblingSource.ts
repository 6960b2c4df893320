import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type { Observed } from '@shopstack/plugin-kit-common';
import { Turnstile } from '@shopstack/plugin-kit-node';

export interface SiblingSourceOptions<T> {
  auth: AuthService;
  pluginId: string;
  /** The source that is named when the sibling itself is silent. */
  source: string;
  timeoutMs: number;
  ask: (
    entityRef: string,
    options: { token: string; signal: AbortSignal },
  ) => Promise<Observed<T>>;
}

/** Questions to one sibling at the same time: a list of all services must not crowd out a page of one. */
const MOST_AT_ONCE = 16;

/**
 * Asks a sibling backend on behalf of the caller. Its answer is taken as it is; its silence becomes the state of a
 * source. A 400 means that the entity does not have the concept, which is no fault.
 */
export class SiblingSource<T> {
  readonly #options: SiblingSourceOptions<T>;
  readonly #turnstile = new Turnstile(MOST_AT_ONCE);

  constructor(options: SiblingSourceOptions<T>) {
    this.#options = options;
  }

  async read(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Observed<T>> {
    const { auth, pluginId, source, timeoutMs, ask } = this.#options;
    try {
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: credentials,
        targetPluginId: pluginId,
      });
      return await this.#turnstile.pass(() =>
        ask(entityRef, { token, signal: AbortSignal.timeout(timeoutMs) }),
      );
    } catch (error) {
      if (error instanceof ResponseError && error.statusCode === 400) {
        return { items: [], sources: [] };
      }
      return {
        items: [],
        sources: [
          {
            source,
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
