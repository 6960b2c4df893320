import { faultError, statusError } from '@shopstack/plugin-kit-node';
import type { ArgocdInstanceConfig } from '../config';
import { SessionToken } from './SessionToken';
import { UPSTREAM } from './upstreamName';

/** One request. Values of the query that are undefined are left out; all others are encoded. */
export interface ArgocdRequest {
  method?: 'GET' | 'POST';
  path: string;
  query?: Record<string, string | undefined>;
  body?: unknown;
  accept?: string;
  signal: AbortSignal;
}

/** Sends requests to one Argo CD with the credentials that are configured for it. */
export class ArgocdConnection {
  readonly #instance: ArgocdInstanceConfig;
  readonly #session?: SessionToken;

  constructor(instance: ArgocdInstanceConfig, timeoutMs: number) {
    this.#instance = instance;
    const { credentials } = instance;
    if (credentials && 'username' in credentials) {
      this.#session = new SessionToken({
        url: instance.url,
        ...credentials,
        timeoutMs,
      });
    }
  }

  /**
   * The answer, whatever its status, but no redirect: Argo CD's API has none, and a login page must not pass for an
   * answer. A session that has ended is renewed once.
   *
   * @throws UpstreamError `malformed` for a redirect, or what the login throws.
   */
  async send(request: ArgocdRequest): Promise<Response> {
    const token = await this.#token();
    const response = await this.#fetch(request, token);
    if (response.status !== 401 || !this.#session || !token) {
      return response;
    }
    await response.body?.cancel();
    this.#session.forget(token);
    return this.#fetch(request, await this.#session.get());
  }

  async #token(): Promise<string | undefined> {
    const { credentials } = this.#instance;
    if (credentials && 'token' in credentials) {
      return credentials.token;
    }
    return this.#session?.get();
  }

  async #fetch(
    { method = 'GET', path, query = {}, body, accept, signal }: ArgocdRequest,
    token: string | undefined,
  ): Promise<Response> {
    const url = new URL(`${this.#instance.url}${path}`);
    for (const [key, value] of Object.entries(query)) {
      if (value !== undefined) {
        url.searchParams.set(key, value);
      }
    }
    const response = await fetch(url, {
      method,
      headers: {
        Accept: accept ?? 'application/json',
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(token && { Authorization: `Bearer ${token}` }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      redirect: 'manual',
      signal,
    });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      throw faultError('malformed', UPSTREAM, new Error('Redirected'));
    }
    return response;
  }
}

/**
 * Passes a good answer on.
 *
 * @throws UpstreamError for every other; its body stays with Argo CD.
 */
export async function requireOk(response: Response): Promise<Response> {
  if (response.ok) {
    return response;
  }
  await response.body?.cancel();
  throw statusError(UPSTREAM, response.status, {
    retryAfter: response.headers.get('retry-after'),
  });
}
