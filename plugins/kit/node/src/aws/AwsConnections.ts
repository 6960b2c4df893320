import type {
  AwsCredentialProvider,
  AwsCredentialsManager,
} from '@backstage/integration-aws-node';
import { LRUCache } from 'lru-cache';
import { faultError, RateBudget, UpstreamGuard } from '../upstream';
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

/** Where a call goes; an ARN says it, but a call for a whole account has none. */
export type AwsPlace = Pick<AwsArn, 'partition' | 'region'> & {
  /** Absent means the main account of the configuration. */
  accountId?: string;
};

type AwsCall<C, T> = (client: C, signal: AbortSignal) => Promise<T>;

export interface AwsConnectionsOptions<C> {
  /** The name that people know, for example `Amazon ECR`. */
  upstream: string;
  credentials: AwsCredentialsManager;
  endpoint?: string;
  timeoutMs: number;
  concurrency: number;
  /** Calls per second in each account and region; AWS publishes no numbers for most calls. Default 20. */
  ratePerSecond?: number;
  /** Calls that may be made at once after a quiet time. Default: twice the rate. */
  burst?: number;
  /** Makes the client at its first use, so that the SDK may be loaded only then. */
  create: (settings: AwsClientSettings) => C | Promise<C>;
}

const DEFAULT_RATE_PER_SECOND = 20;

/** Pairs of account and region whose clients are kept. */
const MOST_PLACES = 500;

/** Longer waits for a connection mean that nobody is there. */
const LONGEST_CONNECT_MS = 3_000;

/** The SDK clients of one AWS service: one, with a guard of its own, for each account and region, as AWS counts calls. */
export class AwsConnections<C> {
  readonly #options: AwsConnectionsOptions<C>;
  // Annotations may name any account, so what is kept for them is bounded.
  readonly #guards = new LRUCache<string, UpstreamGuard>({ max: MOST_PLACES });
  readonly #clients = new LRUCache<string, Promise<C>>({ max: MOST_PLACES });

  constructor(options: AwsConnectionsOptions<C>) {
    this.#options = options;
  }

  /**
   * Makes one call that is safe to repeat, in the account and region of the ARN.
   *
   * @throws UpstreamError for every fault, missing credentials among them.
   */
  async read<T>(arn: AwsPlace, call: AwsCall<C, T>): Promise<T> {
    return this.#guard(arn).read(signal => this.#call(arn, call, signal));
  }

  /**
   * Makes one call that changes something: once, whatever comes.
   *
   * @throws UpstreamError for every fault; after `timed-out` nobody knows whether it was done.
   */
  async write<T>(arn: AwsPlace, call: AwsCall<C, T>): Promise<T> {
    return this.#guard(arn).write(signal => this.#call(arn, call, signal));
  }

  async #call<T>(
    place: AwsPlace,
    call: AwsCall<C, T>,
    signal: AbortSignal,
  ): Promise<T> {
    const client = await this.#client(place);
    try {
      return await call(client, signal);
    } catch (error) {
      throw toAwsUpstreamError(this.#options.upstream, error);
    }
  }

  #guard(place: AwsPlace): UpstreamGuard {
    const key = keyOf(place);
    let guard = this.#guards.get(key);
    if (!guard) {
      const { upstream, timeoutMs, concurrency, ...options } = this.#options;
      const perSecond = options.ratePerSecond ?? DEFAULT_RATE_PER_SECOND;
      const budget = new RateBudget({
        perSecond,
        burst: options.burst ?? Math.max(1, perSecond * 2),
      });
      guard = new UpstreamGuard({ upstream, timeoutMs, concurrency, budget });
      this.#guards.set(key, guard);
    }
    return guard;
  }

  /** Finding the credentials may itself ask AWS, so it happens behind the guard. Only a client that was made is kept. */
  #client(place: AwsPlace): Promise<C> {
    const key = keyOf(place);
    let client = this.#clients.get(key);
    if (!client) {
      client = this.#create(place);
      this.#clients.set(key, client);
      client.catch(() => this.#clients.delete(key));
    }
    return client;
  }

  async #create({ accountId, region }: AwsPlace): Promise<C> {
    const { upstream, credentials, endpoint, timeoutMs } = this.#options;
    let provider: AwsCredentialProvider;
    try {
      provider = await credentials.getCredentialProvider({ accountId });
    } catch (error) {
      throw faultError('no-credentials', upstream, error);
    }
    return this.#options.create({
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
  }
}

function keyOf({ partition, accountId, region }: AwsPlace): string {
  return `${partition}/${accountId}/${region}`;
}
