import {
  faultError,
  readJsonBody,
  statusError,
  toUpstreamError,
  type UpstreamError,
} from '@shopstack/plugin-kit-node';
import { decodeJwt } from 'jose';
import { z } from 'zod';
import { UPSTREAM } from './upstreamName';

/** Argo CD locks an account after five failed logins in 300 seconds; once in 75 seconds stays below that. */
const REST_AFTER_REFUSAL_MS = 75_000;

/** For how long an Argo CD that failed for another reason is not asked for a login again. */
const REST_AFTER_FAILURE_MS = 5_000;

/** A token is renewed this long before it ends. */
const MARGIN_MS = 60_000;

const sessionSchema = z.object({ token: z.string().min(1) });

export interface SessionTokenOptions {
  /** Address of the API server, without a slash at the end. */
  url: string;
  username: string;
  password: string;
  timeoutMs: number;
  now?: () => number;
}

/**
 * The session of one account: one login for everybody who asks at the same time, kept for the life of its token. A
 * login that failed rests, for Argo CD counts them.
 */
export class SessionToken {
  readonly #options: SessionTokenOptions;
  readonly #now: () => number;
  #token?: { value: string; endsAt: number };
  #login?: Promise<string>;
  #failure?: { error: UpstreamError; until: number };

  constructor(options: SessionTokenOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** @throws UpstreamError when Argo CD does not let the account in, now or a short while ago. */
  async get(): Promise<string> {
    if (this.#token && this.#now() < this.#token.endsAt) {
      return this.#token.value;
    }
    if (this.#failure && this.#now() < this.#failure.until) {
      throw this.#failure.error;
    }
    this.#login ??= this.#logIn().finally(() => {
      this.#login = undefined;
    });
    return this.#login;
  }

  /** Forgets a token that Argo CD no longer takes; one that came since stays. */
  forget(token: string): void {
    if (this.#token?.value === token) {
      this.#token = undefined;
    }
  }

  async #logIn(): Promise<string> {
    try {
      const value = await this.#ask();
      this.#token = { value, endsAt: endOf(value) - MARGIN_MS };
      this.#failure = undefined;
      return value;
    } catch (caught) {
      const error = toUpstreamError(UPSTREAM, caught);
      const refused = ['credentials-refused', 'forbidden', 'rejected'].includes(
        error.fault,
      );
      this.#failure = {
        error,
        until:
          this.#now() +
          Math.max(
            error.retryAfterMs ?? 0,
            refused ? REST_AFTER_REFUSAL_MS : REST_AFTER_FAILURE_MS,
          ),
      };
      throw error;
    }
  }

  async #ask(): Promise<string> {
    const { url, username, password, timeoutMs } = this.#options;
    const response = await fetch(`${url}/api/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username, password }),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw response.status >= 300 && response.status < 400
        ? faultError('malformed', UPSTREAM, new Error('Redirected'))
        : statusError(UPSTREAM, response.status, {
            retryAfter: response.headers.get('retry-after'),
          });
    }
    const session = sessionSchema.safeParse(
      await readJsonBody(UPSTREAM, response),
    );
    if (!session.success) {
      throw faultError('malformed', UPSTREAM, session.error);
    }
    return session.data.token;
  }
}

/** A token that does not say when it ends is kept until Argo CD refuses it. */
function endOf(token: string): number {
  try {
    const { exp } = decodeJwt(token);
    return exp === undefined ? Number.POSITIVE_INFINITY : exp * 1000;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
