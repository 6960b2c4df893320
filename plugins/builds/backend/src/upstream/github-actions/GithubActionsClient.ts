import type {
  GithubCredentialsProvider,
  GithubIntegrationConfig,
} from '@backstage/integration';
import { Octokit } from '@octokit/rest';
import type { Build } from '@shopstack/plugin-builds-common';
import {
  faultError,
  UpstreamError,
  UpstreamGuard,
} from '@shopstack/plugin-kit-node';
import { toGithubUpstreamError } from './githubErrors';
import { JobCache } from './JobCache';
import { toBuild } from './mapping';
import {
  type WireWorkflowJob,
  type WireWorkflowRun,
  workflowJobSchema,
  workflowRunSchema,
} from './wire';

const UPSTREAM = 'GitHub';

/** For how many of the latest runs the jobs are read: each costs a call, once, when the run is over. */
const RUNS_WITH_JOBS = 10;

/** The guard's faults reach our log; Octokit's own would repeat them with the request's URL. */
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

/** A workflow of a repository on one forge. */
export interface Workflow {
  integration: GithubIntegrationConfig;
  owner: string;
  repo: string;
  /** File name below `.github/workflows`; absent means all runs of the repository. */
  file?: string;
}

export interface GithubActionsClientOptions {
  credentials: GithubCredentialsProvider;
  timeoutMs: number;
  concurrency: number;
  maxRuns: number;
}

/** Speaks to GitHub Actions with the credentials of the configured integrations. */
export class GithubActionsClient {
  readonly #options: GithubActionsClientOptions;
  readonly #guards = new Map<string, UpstreamGuard>();
  readonly #jobs = new JobCache();

  constructor(options: GithubActionsClientOptions) {
    this.#options = options;
  }

  /**
   * The latest runs, newest first. A repository that has no such workflow has no runs.
   *
   * @throws UpstreamError for every fault.
   */
  async listRuns(workflow: Workflow): Promise<Build[]> {
    const runs = await this.#runs(workflow);
    const { integration, owner, repo, file } = workflow;
    const place = {
      workflow: file ?? repo,
      repositoryUrl: `https://${integration.host}/${owner}/${repo}`,
    };
    return Promise.all(
      runs.map(async (run, index) =>
        toBuild(
          run,
          index < RUNS_WITH_JOBS ? await this.#jobsOf(workflow, run) : [],
          place,
        ),
      ),
    );
  }

  async #runs(workflow: Workflow): Promise<WireWorkflowRun[]> {
    const { owner, repo, file } = workflow;
    try {
      return await this.#runPages(workflow);
    } catch (error) {
      if (
        file &&
        error instanceof UpstreamError &&
        error.fault === 'not-found'
      ) {
        // Throws when it is the repository that is not there, or not for us.
        await this.#read(workflow, (octokit, signal) =>
          octokit.rest.repos.get({ owner, repo, request: { signal } }),
        );
        return [];
      }
      throw error;
    }
  }

  /** One page, unless the forge gives shorter ones than asked for. */
  async #runPages(workflow: Workflow): Promise<WireWorkflowRun[]> {
    const { maxRuns } = this.#options;
    const runs: WireWorkflowRun[] = [];
    for (let page = 1; page <= maxRuns && runs.length < maxRuns; page++) {
      const { data, headers } = await this.#runPage(workflow, page);
      runs.push(...rows(data?.workflow_runs, workflowRunSchema));
      if (!headers.link?.includes('rel="next"')) {
        break;
      }
    }
    return runs.slice(0, maxRuns);
  }

  #runPage({ owner, repo, file, ...workflow }: Workflow, page: number) {
    const per_page = this.#options.maxRuns;
    return this.#read({ owner, repo, ...workflow }, (octokit, signal) => {
      const query = { owner, repo, page, per_page, request: { signal } };
      return file
        ? octokit.rest.actions.listWorkflowRuns({ ...query, workflow_id: file })
        : octokit.rest.actions.listWorkflowRunsForRepo(query);
    });
  }

  /** The jobs of one run. They only adorn it: where they cannot be read the run stands without them. */
  async #jobsOf(
    workflow: Workflow,
    run: WireWorkflowRun,
  ): Promise<WireWorkflowJob[]> {
    const { integration, owner, repo } = workflow;
    const key = `${integration.host}/${owner}/${repo}/${run.id}/${run.run_attempt ?? 1}`;
    return this.#jobs.get(key, run.status === 'completed', async () => {
      const { data } = await this.#read(workflow, (octokit, signal) =>
        octokit.rest.actions.listJobsForWorkflowRun({
          owner,
          repo,
          run_id: run.id,
          per_page: 100,
          request: { signal },
        }),
      );
      return rows(data?.jobs, workflowJobSchema);
    });
  }

  async #read<T>(
    { integration, owner, repo }: Workflow,
    call: (octokit: Octokit, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    return this.#guard(integration.host).read(async signal => {
      try {
        const { token } = await this.#options.credentials.getCredentials({
          url: `https://${integration.host}/${owner}/${repo}`,
        });
        const octokit = new Octokit({
          baseUrl: integration.apiBaseUrl,
          auth: token,
          log: SILENT,
        });
        return await call(octokit, signal);
      } catch (error) {
        throw toGithubUpstreamError(error);
      }
    });
  }

  #guard(host: string): UpstreamGuard {
    const { timeoutMs, concurrency } = this.#options;
    const guard =
      this.#guards.get(host) ??
      new UpstreamGuard({ upstream: UPSTREAM, timeoutMs, concurrency });
    this.#guards.set(host, guard);
    return guard;
  }
}

/** Rows that are none are left out; an answer that has no rows at all is not an empty one. */
function rows<T>(
  list: unknown,
  schema: { safeParse(row: unknown): { success: boolean; data?: T } },
): T[] {
  if (!Array.isArray(list)) {
    throw faultError('malformed', UPSTREAM, new Error('Not a list'));
  }
  return list.flatMap(row => {
    const parsed = schema.safeParse(row);
    return parsed.success ? [parsed.data as T] : [];
  });
}
