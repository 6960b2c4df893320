import type {
  AwsCredentialProvider,
  AwsCredentialsManager,
} from '@backstage/integration-aws-node';
import { faultError, UpstreamGuard } from '../upstream';
import type { AwsArn } from './awsArn';
import { toAwsUpstreamError } from './awsErrors';

/** What an SDK client is made with. */
export interface AwsClientSettings {
  region: string;
  endpoint?: string;
  credentials: AwsCredentialProvider['sdkCredentialProvider'];
  /** One: the guard repeats, with our limits. */
  maxAttempts: number;
  requestHandler: {
    connectionTimeout: number;
    requestTimeout: number;
    throwOnRequestTimeout: boolean;
  };
}

export interface AwsConnectionsOptions<C> {
  /** The name that people know, for example `Amazon ECR`. */
  upstream: string;
  credentials: AwsCredentialsManager;
  endpoint?: string;
  timeoutMs: number;
  concurrency: number;
  create: (settings: AwsClientSettings) => C;
}

/** Longer waits for a connection mean that nobody is there. */
const LONGEST_CONNECT_MS = 3_000;

/** The SDK clients of one AWS service: one, with a guard of its own, for each account and region, as AWS counts calls. */
export class AwsConnections<C> {
  readonly #options: AwsConnectionsOptions<C>;
  readonly #guards = new Map<string, UpstreamGuard>();
  readonly #clients = new Map<string, C>();

  constructor(options: AwsConnectionsOptions<C>) {
    this.#options = options;
  }

  /**
   * Makes one call that is safe to repeat, in the account and region of the ARN.
   *
   * @throws UpstreamError for every fault, missing credentials among them.
   */
  async read<T>(
    arn: AwsArn,
    call: (client: C, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const key = `${arn.partition}/${arn.accountId}/${arn.region}`;
    return this.#guard(key).read(async signal => {
      const client = await this.#client(key, arn);
      try {
        return await call(client, signal);
      } catch (error) {
        throw toAwsUpstreamError(this.#options.upstream, error);
      }
    });
  }

  #guard(key: string): UpstreamGuard {
    const { upstream, timeoutMs, concurrency } = this.#options;
    const guard =
      this.#guards.get(key) ??
      new UpstreamGuard({ upstream, timeoutMs, concurrency });
    this.#guards.set(key, guard);
    return guard;
  }

  /** Finding the credentials may itself ask AWS, so it happens behind the guard, and only a found client is kept. */
  async #client(key: string, { accountId, region }: AwsArn): Promise<C> {
    const existing = this.#clients.get(key);
    if (existing) {
      return existing;
    }
    const { upstream, credentials, endpoint, timeoutMs } = this.#options;
    let provider: AwsCredentialProvider;
    try {
      provider = await credentials.getCredentialProvider({ accountId });
    } catch (error) {
      throw faultError('no-credentials', upstream, error);
    }
    const client = this.#options.create({
      region,
      endpoint,
      credentials: provider.sdkCredentialProvider,
      maxAttempts: 1,
      requestHandler: {
        connectionTimeout: Math.min(timeoutMs, LONGEST_CONNECT_MS),
        requestTimeout: timeoutMs,
        throwOnRequestTimeout: true,
      },
    });
    this.#clients.set(key, client);
    return client;
  }
}
