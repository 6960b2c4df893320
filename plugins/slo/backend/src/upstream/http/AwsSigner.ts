import type {
  AwsCredentialProvider,
  AwsCredentialsManager,
} from '@backstage/integration-aws-node';
import { faultError } from '@shopstack/plugin-kit-node';
import type { Authentication } from '../../config';
import type { Authenticator } from './createAuthenticator';
import type { OutgoingRequest } from './sendRequest';

type Credentials = Awaited<
  ReturnType<AwsCredentialProvider['sdkCredentialProvider']>
>;

/** Those that do not say when they end are read anew after this time, so that changed ones are seen. */
const KEEP_MS = 5 * 60_000;

/** Credentials are renewed this long before they end. */
const MARGIN_MS = 60_000;

export interface AwsSignerOptions {
  upstream: string;
  authentication: Extract<Authentication, { type: 'sigv4' }>;
  timeoutMs: number;
  aws?: () => AwsCredentialsManager;
  now?: () => number;
}

/** Signs requests with AWS Signature Version 4, the body included. The SDK's parts are loaded at the first request. */
export class AwsSigner implements Authenticator {
  readonly #options: AwsSignerOptions;
  readonly #now: () => number;
  #credentials?: { value: Promise<Credentials>; until: number };

  constructor(options: AwsSignerOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** @throws UpstreamError `no-credentials` when AWS gives none for the account or the role. */
  async headersFor(request: OutgoingRequest): Promise<Record<string, string>> {
    const { authentication } = this.#options;
    const { SignatureV4, Sha256, HttpRequest } = loadSdk();
    const signer = new SignatureV4({
      credentials: await this.#current(),
      region: authentication.region,
      service: authentication.service,
      sha256: Sha256,
    });
    const { url, method, headers, body } = request;
    // Only what no proxy changes on the way.
    const signed = await signer.sign(
      new HttpRequest({
        method,
        protocol: url.protocol,
        hostname: url.hostname,
        path: url.pathname,
        query: queryOf(url),
        headers: {
          host: headers.Host,
          ...(body !== undefined && {
            'content-type': headers['Content-Type'],
          }),
        },
        body,
      }),
      { signingDate: new Date(this.#now()) },
    );
    const { host, 'content-type': _, ...added } = signed.headers;
    return added;
  }

  forget(): void {
    this.#credentials = undefined;
  }

  async #current(): Promise<Credentials> {
    const now = this.#now();
    if (!this.#credentials || this.#credentials.until <= now) {
      // While they are awaited they count no longer than one call may take: what hangs must not hang for ever.
      const entry = {
        value: this.#find(),
        until: now + this.#options.timeoutMs,
      };
      this.#credentials = entry;
      entry.value.then(
        ({ expiration }) => {
          entry.until = expiration
            ? expiration.getTime() - MARGIN_MS
            : now + KEEP_MS;
        },
        () => {
          entry.until = 0;
        },
      );
    }
    return this.#credentials.value;
  }

  async #find(): Promise<Credentials> {
    const { upstream, aws, authentication } = this.#options;
    try {
      if (!aws) {
        throw new Error('No credentials manager');
      }
      const provider = await aws().getCredentialProvider({
        accountId: accountOf(authentication),
      });
      return await provider.sdkCredentialProvider();
    } catch (error) {
      throw faultError('no-credentials', upstream, error);
    }
  }
}

/** The account whose credentials are asked for; a role says it. */
function accountOf({
  accountId,
  roleArn,
}: AwsSignerOptions['authentication']): string | undefined {
  return accountId ?? roleArn?.split(':')[4];
}

function queryOf(url: URL): Record<string, string | string[]> {
  const query: Record<string, string[]> = {};
  for (const [key, value] of url.searchParams) {
    (query[key] ??= []).push(value);
  }
  return query;
}

function loadSdk() {
  // Not `import()`: what runs here is CommonJS, and Jest knows the other only as an experiment.
  const { SignatureV4 } =
    require('@smithy/signature-v4') as typeof import('@smithy/signature-v4');
  const { Sha256 } =
    require('@aws-crypto/sha256-js') as typeof import('@aws-crypto/sha256-js');
  const { HttpRequest } =
    require('@smithy/protocol-http') as typeof import('@smithy/protocol-http');
  return { SignatureV4, Sha256, HttpRequest };
}
