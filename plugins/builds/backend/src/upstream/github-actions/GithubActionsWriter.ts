import { setTimeout as delay } from 'node:timers/promises';
import { faultError } from '@shopstack/plugin-kit-node';
import type { GithubActionsClient, Workflow } from './GithubActionsClient';
import type { GithubConnection } from './GithubConnection';
import type { WireWorkflowRun } from './wire';

/** How often, and after how many milliseconds each, a run that was just started is looked for. */
const LOOKS = 6;
const LOOK_MS = 500;

/** Clocks differ; a run that began so much before we asked may still be ours. */
const SKEW_MS = 5_000;

/** Starts, re-runs and cancels runs. Every method throws UpstreamError for every fault. */
export class GithubActionsWriter {
  readonly #connection: GithubConnection;
  readonly #client: GithubActionsClient;

  constructor(connection: GithubConnection, client: GithubActionsClient) {
    this.#connection = connection;
    this.#client = client;
  }

  /** Starts the workflow at a branch or tag, and answers its run. */
  async dispatch(workflow: Workflow, ref: string): Promise<WireWorkflowRun> {
    const askedAt = Date.now();
    const id = await this.#dispatch(workflow, ref);
    for (let look = 1; look <= LOOKS; look += 1) {
      const run = id
        ? await this.#client.getRun(workflow, id)
        : await this.#newestDispatch(workflow, askedAt - SKEW_MS);
      if (run) {
        return run;
      }
      await delay(LOOK_MS);
    }
    throw faultError('timed-out', 'GitHub', new Error('The run is not listed'));
  }

  async rerun(workflow: Workflow, id: number): Promise<void> {
    const { owner, repo } = workflow;
    await this.#connection.write(workflow, (octokit, signal) =>
      octokit.rest.actions.reRunWorkflow({
        owner,
        repo,
        run_id: id,
        request: { signal },
      }),
    );
  }

  async cancel(workflow: Workflow, id: number): Promise<void> {
    const { owner, repo } = workflow;
    await this.#connection.write(workflow, (octokit, signal) =>
      octokit.rest.actions.cancelWorkflowRun({
        owner,
        repo,
        run_id: id,
        request: { signal },
      }),
    );
  }

  /** The id of the run, where the forge tells: GitHub does since February 2026, older servers refuse the question. */
  async #dispatch(
    workflow: Workflow,
    ref: string,
  ): Promise<number | undefined> {
    const { owner, repo, file } = workflow;
    const send = (extra: object) =>
      this.#connection.write(workflow, async (octokit, signal) => {
        const { data } = await octokit.request(
          'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches',
          {
            owner,
            repo,
            workflow_id: file ?? '',
            ref,
            ...extra,
            request: { signal },
          },
        );
        return (data as { workflow_run_id?: unknown } | undefined)
          ?.workflow_run_id;
      });
    let id: unknown;
    try {
      id = await send({ return_run_details: true });
    } catch (error) {
      if (!isUnknownParameter(error)) {
        throw error;
      }
      id = await send({});
    }
    return typeof id === 'number' ? id : undefined;
  }

  async #newestDispatch(
    workflow: Workflow,
    since: number,
  ): Promise<WireWorkflowRun | undefined> {
    const { runs } = await this.#client.listRuns(workflow, 1);
    return runs.find(
      run =>
        run.event === 'workflow_dispatch' &&
        (run.created_at?.getTime() ?? 0) >= since,
    );
  }
}

/** It was refused before anything was started. */
function isUnknownParameter(error: unknown): boolean {
  const { cause } = (error ?? {}) as {
    cause?: { status?: number; message?: string };
  };
  return (
    (cause?.status === 422 || cause?.status === 400) &&
    cause.message?.includes('return_run_details') === true
  );
}
