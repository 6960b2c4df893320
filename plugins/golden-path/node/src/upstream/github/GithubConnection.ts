import {
  DefaultGithubCredentialsProvider,
  type GithubIntegrationConfig,
  type ScmIntegrations,
} from '@backstage/integration';
import { InputError } from '@backstage/errors';
import { UpstreamGuard } from '@shopstack/plugin-kit-node';
import { Octokit } from '@octokit/rest';
import type { z } from 'zod';
import type { ForgeRepository } from '../../forge/GitForge';
import { toGithubError } from './githubErrors';

/** Faults reach our log; Octokit's own words would repeat them with the request's URL. */
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

type Call<T> = (octokit: Octokit, signal: AbortSignal) => Promise<{ data: T }>;

/** One GitHub as the integrations describe it: its addresses, its credentials, and a deadline for each call. */
export class GithubConnection {
  readonly #config: GithubIntegrationConfig;
  readonly #credentials: DefaultGithubCredentialsProvider;
  readonly #timeoutMs: number;
  readonly #guard: UpstreamGuard;

  /** @throws InputError when no integration is configured for the host. */
  constructor(options: {
    integrations: ScmIntegrations;
    host: string;
    /** Deadline of one call. */
    timeoutMs: number;
  }) {
    const integration = options.integrations.github.byHost(options.host);
    if (!integration) {
      throw new InputError(
        `integrations.github has no entry for the host ${options.host}, which goldenPath.host names`,
      );
    }
    this.#config = integration.config;
    this.#timeoutMs = options.timeoutMs;
    this.#credentials = DefaultGithubCredentialsProvider.fromIntegrations(
      options.integrations,
    );
    this.#guard = new UpstreamGuard({
      upstream: 'GitHub',
      timeoutMs: options.timeoutMs,
      retries: 1,
      breakAfter: 20,
      pauseMs: 2_000,
    });
  }

  get apiBaseUrl(): string {
    return this.#config.apiBaseUrl ?? 'https://api.github.com';
  }

  /** Reads, and asks once more after a fault that may be gone a moment later. */
  async read<S extends z.ZodType>(
    repository: ForgeRepository,
    schema: S,
    call: Call<unknown>,
    signal?: AbortSignal,
  ): Promise<z.output<S>> {
    return this.readWith(
      repository,
      async (token, deadline) => {
        const { data } = await call(this.#octokit(token), deadline);
        return schema.parse(data);
      },
      signal,
    );
  }

  /** As `read`, for what Octokit cannot do. */
  async readWith<T>(
    repository: ForgeRepository,
    call: (token: string | undefined, signal: AbortSignal) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    signal?.throwIfAborted();
    try {
      return await this.#guard.read(async deadline => {
        try {
          return await call(
            await this.#token(repository),
            joined(deadline, signal),
          );
        } catch (error) {
          throw toGithubError(error);
        }
      });
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  }

  /** Writes, once: whether an answer that never came was a success, only the caller can find out. */
  async write<S extends z.ZodType>(
    repository: ForgeRepository,
    schema: S,
    call: Call<unknown>,
    signal?: AbortSignal,
  ): Promise<z.output<S>> {
    signal?.throwIfAborted();
    try {
      const deadline = AbortSignal.timeout(this.#timeoutMs);
      const octokit = this.#octokit(await this.#token(repository));
      const { data } = await call(octokit, joined(deadline, signal));
      return schema.parse(data);
    } catch (error) {
      signal?.throwIfAborted();
      throw toGithubError(error);
    }
  }

  async #token({ owner, name }: ForgeRepository): Promise<string | undefined> {
    const path = [owner, name].map(encodeURIComponent).join('/');
    const { token } = await this.#credentials.getCredentials({
      url: `https://${this.#config.host}/${path}`,
    });
    return token;
  }

  /** Plain Octokit has no retries; the retry plugin would wait a quarter of an hour even after a 404. */
  #octokit(token: string | undefined): Octokit {
    return new Octokit({ baseUrl: this.apiBaseUrl, auth: token, log: SILENT });
  }
}

function joined(deadline: AbortSignal, signal?: AbortSignal): AbortSignal {
  return signal ? AbortSignal.any([deadline, signal]) : deadline;
}
