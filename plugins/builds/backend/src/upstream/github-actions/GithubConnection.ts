import type {
  GithubCredentialsProvider,
  GithubIntegrationConfig,
} from '@backstage/integration';
import type { Octokit } from '@octokit/rest';
import { RateBudget, UpstreamGuard } from '@shopstack/plugin-kit-node';
import { toGithubUpstreamError } from './githubErrors';

/** The guard's faults reach our log; Octokit's own would repeat them with the request's URL. */
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

type Rest = typeof import('@octokit/rest');

/** Loaded at the first call: a portal that nobody uses yet does without. */
function loadOctokit(): Rest {
  // Not `import()`: what runs here is CommonJS, and Jest knows the other only as an experiment.
  return require('@octokit/rest') as Rest;
}

/** A repository on one forge. */
export interface Repository {
  integration: GithubIntegrationConfig;
  owner: string;
  repo: string;
}

export interface GithubConnectionOptions {
  credentials: GithubCredentialsProvider;
  timeoutMs: number;
  concurrency: number;
  ratePerSecond: number;
  burst: number;
}

type Call<T> = (octokit: Octokit, signal: AbortSignal) => Promise<T>;

/**
 * Calls to the forges of the configured integrations, with a guard for each of them. Every method throws UpstreamError
 * for every fault.
 */
export class GithubConnection {
  readonly #options: GithubConnectionOptions;
  readonly #guards = new Map<string, UpstreamGuard>();

  constructor(options: GithubConnectionOptions) {
    this.#options = options;
  }

  /** Makes one call that is safe to repeat. */
  async read<T>(repository: Repository, call: Call<T>): Promise<T> {
    return this.#guard(repository).read(signal =>
      this.#call(repository, call, signal),
    );
  }

  /** Makes one call that changes something: once, whatever comes. */
  async write<T>(repository: Repository, call: Call<T>): Promise<T> {
    return this.#guard(repository).write(signal =>
      this.#call(repository, call, signal),
    );
  }

  async #call<T>(
    { integration, owner, repo }: Repository,
    call: Call<T>,
    signal: AbortSignal,
  ): Promise<T> {
    try {
      const { token } = await this.#options.credentials.getCredentials({
        url: `https://${integration.host}/${owner}/${repo}`,
      });
      const octokit = new (loadOctokit().Octokit)({
        baseUrl: integration.apiBaseUrl,
        auth: token,
        log: SILENT,
      });
      return await call(octokit, signal);
    } catch (error) {
      throw toGithubUpstreamError(error);
    }
  }

  #guard({ integration: { host } }: Repository): UpstreamGuard {
    let guard = this.#guards.get(host);
    if (!guard) {
      const { timeoutMs, concurrency, ratePerSecond, burst } = this.#options;
      guard = new UpstreamGuard({
        upstream: 'GitHub',
        timeoutMs,
        concurrency,
        budget: new RateBudget({ perSecond: ratePerSecond, burst }),
      });
      this.#guards.set(host, guard);
    }
    return guard;
  }
}
