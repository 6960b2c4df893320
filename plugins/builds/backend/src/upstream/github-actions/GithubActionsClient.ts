import { faultError, UpstreamError } from '@shopstack/plugin-kit-node';
import type { GithubConnection, Repository } from './GithubConnection';
import {
  repositorySchema,
  type WireRepository,
  type WireWorkflowJob,
  type WireWorkflowRun,
  workflowJobSchema,
  workflowRunSchema,
} from './wire';

const UPSTREAM = 'GitHub';

/** Runs of one page, so that a whole first page of ours fits into one of theirs. */
const PAGE = 50;

/** A workflow of a repository on one forge. */
export interface Workflow extends Repository {
  /** File name below `.github/workflows`; absent means all runs of the repository. */
  file?: string;
}

/** Reads runs of GitHub Actions. Every method throws UpstreamError for every fault. */
export class GithubActionsClient {
  readonly #connection: GithubConnection;

  constructor(connection: GithubConnection) {
    this.#connection = connection;
  }

  /** A page of runs, newest first, from page 1 on. A repository that has no such workflow has no runs. */
  async listRuns(
    workflow: Workflow,
    page: number,
  ): Promise<{ runs: WireWorkflowRun[]; more: boolean }> {
    try {
      const { data, headers } = await this.#runPage(workflow, page);
      return {
        runs: rows(data?.workflow_runs, workflowRunSchema),
        more: headers.link?.includes('rel="next"') ?? false,
      };
    } catch (error) {
      if (workflow.file && isNotFound(error)) {
        // Throws when it is the repository that is not there, or not for us.
        await this.getRepository(workflow);
        return { runs: [], more: false };
      }
      throw error;
    }
  }

  /** One run, or undefined when there is none. */
  async getRun(
    { owner, repo, ...forge }: Repository,
    id: number,
  ): Promise<WireWorkflowRun | undefined> {
    try {
      const { data } = await this.#connection.read(
        { owner, repo, ...forge },
        (octokit, signal) =>
          octokit.rest.actions.getWorkflowRun({
            owner,
            repo,
            run_id: id,
            request: { signal },
          }),
      );
      return rows([data], workflowRunSchema)[0];
    } catch (error) {
      if (isNotFound(error)) {
        return undefined;
      }
      throw error;
    }
  }

  /** The jobs of the last attempt of a run. */
  async listJobs(
    { owner, repo, ...forge }: Repository,
    runId: number,
  ): Promise<WireWorkflowJob[]> {
    const { data } = await this.#connection.read(
      { owner, repo, ...forge },
      (octokit, signal) =>
        octokit.rest.actions.listJobsForWorkflowRun({
          owner,
          repo,
          run_id: runId,
          per_page: 100,
          request: { signal },
        }),
    );
    return rows(data?.jobs, workflowJobSchema);
  }

  async getRepository({
    owner,
    repo,
    ...forge
  }: Repository): Promise<WireRepository> {
    const { data } = await this.#connection.read(
      { owner, repo, ...forge },
      (octokit, signal) =>
        octokit.rest.repos.get({ owner, repo, request: { signal } }),
    );
    return rows([data], repositorySchema)[0] ?? {};
  }

  /** The text of a workflow at the default branch, or undefined when there is none. */
  async readWorkflow(
    { owner, repo, ...forge }: Repository,
    file: string,
  ): Promise<string | undefined> {
    try {
      const { data } = await this.#connection.read(
        { owner, repo, ...forge },
        (octokit, signal) =>
          octokit.request(
            'GET /repos/{owner}/{repo}/contents/.github/workflows/{file}',
            { owner, repo, file, request: { signal } },
          ),
      );
      const { content } = (data ?? {}) as { content?: unknown };
      return typeof content === 'string'
        ? Buffer.from(content, 'base64').toString('utf8')
        : undefined;
    } catch (error) {
      if (isNotFound(error)) {
        return undefined;
      }
      throw error;
    }
  }

  #runPage({ file, ...repository }: Workflow, page: number) {
    const { owner, repo } = repository;
    return this.#connection.read(repository, (octokit, signal) => {
      const query = { owner, repo, page, per_page: PAGE, request: { signal } };
      return file
        ? octokit.rest.actions.listWorkflowRuns({ ...query, workflow_id: file })
        : octokit.rest.actions.listWorkflowRunsForRepo(query);
    });
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof UpstreamError && error.fault === 'not-found';
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
