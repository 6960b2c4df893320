import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import { faultError } from '@shopstack/plugin-kit-node';
import type { EndpointConfig } from '../../config';
import { type Authenticator, createAuthenticator } from './createAuthenticator';
import { encodeQuery } from './encodeQuery';
import { type OutgoingRequest, sendRequest } from './sendRequest';
import { nameTlsFault } from './tlsFaults';

/** Idle connections are given up before load balancers do, most of them after 60 s. Those in use are not touched. */
const IDLE_MS = 45_000;

export interface EndpointOptions {
  /** The name that people know, for example `Prometheus`. */
  upstream: string;
  config: EndpointConfig;
  timeoutMs: number;
  /** Gives the credentials of AWS; only asked where requests are signed. */
  aws?: () => AwsCredentialsManager;
}

/** One request below the address of an endpoint. All values are encoded. */
export interface EndpointRequest {
  /** Begins with a slash. */
  path: string;
  query?: [key: string, value: string][];
  /** Makes it a POST. */
  form?: [key: string, value: string][];
  signal: AbortSignal;
}

/** Sends requests to one API with what is configured for it: address, headers, credentials and certificates. */
export class Endpoint {
  readonly #options: EndpointOptions;
  readonly #authenticator: Authenticator;
  readonly #agent: HttpAgent | HttpsAgent;

  constructor(options: EndpointOptions) {
    this.#options = options;
    this.#authenticator = createAuthenticator(options);
    this.#agent = agentOf(options.config);
  }

  /**
   * The answer, whatever its status, but no redirect: these APIs have none, and a login page must not pass for an
   * answer.
   *
   * @throws UpstreamError `malformed` for a redirect, `no-credentials` where AWS gives none; else errors of Node.
   */
  async send(request: EndpointRequest): Promise<Response> {
    const { upstream, config } = this.#options;
    const outgoing = outgoingRequest(config, request);
    const headers = {
      ...outgoing.headers,
      ...(await this.#authenticator.headersFor(outgoing)),
    };
    const response = await sendRequest(
      { ...outgoing, headers },
      { signal: request.signal, agent: this.#agent },
    ).catch(error => {
      throw nameTlsFault(upstream, error);
    });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      throw faultError('malformed', upstream, new Error('Redirected'));
    }
    if (response.status === 401 || response.status === 403) {
      this.#authenticator.forget();
    }
    return response;
  }

  /** What must never be shown to anybody. */
  get secrets(): string[] {
    const { authentication, headers } = this.#options.config;
    return [
      ...Object.values(headers),
      ...('token' in authentication ? [authentication.token] : []),
      ...('password' in authentication ? [authentication.password] : []),
    ];
  }

  /** Ends idle connections. */
  close(): void {
    this.#agent.destroy();
  }
}

function outgoingRequest(
  config: EndpointConfig,
  { path, query = [], form }: EndpointRequest,
): OutgoingRequest {
  const search = query.length > 0 ? `?${encodeQuery(query)}` : '';
  const url = new URL(`${config.url}${path}${search}`);
  return {
    method: form ? 'POST' : 'GET',
    url,
    headers: {
      ...config.headers,
      Host: url.host,
      Accept: 'application/json',
      ...(form && { 'Content-Type': 'application/x-www-form-urlencoded' }),
    },
    body: form && encodeQuery(form),
  };
}

function agentOf({ url, tls }: EndpointConfig): HttpAgent | HttpsAgent {
  const kept = { keepAlive: true, timeout: IDLE_MS };
  return url.startsWith('https:')
    ? new HttpsAgent({
        ...kept,
        ca: tls?.ca,
        cert: tls?.certificate,
        key: tls?.key,
        servername: tls?.serverName,
      })
    : new HttpAgent(kept);
}
