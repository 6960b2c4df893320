import type { WorkflowRun, World } from '../../world/types';
import { parseWorkflow, WorkflowError } from '../workflows/parseWorkflow';
import { createJob, createPlan, createRun } from './createRun';
import { runIdOf, type RunPlan } from './types';

/** What a person asked that cannot be done. */
export class RunCommandError extends Error {
  override readonly name = 'RunCommandError';

  /** @param status - as GitHub answers it */
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

type RunWorld = Pick<World, 'store' | 'clock' | 'repositories'>;

/**
 * Runs a run that is over again, all of its jobs, at the same commit.
 *
 * @throws RunCommandError 403 while it runs, or when its workflow is not there
 */
export async function rerun(world: RunWorld, run: WorkflowRun): Promise<void> {
  if (run.status !== 'completed') {
    throw new RunCommandError(403, 'This workflow is already running');
  }
  const workflow = await readWorkflow(world, run.repository, run.sha, run.path);
  if (!workflow) {
    throw new RunCommandError(403, 'The workflow of this run is not there');
  }
  const { store, clock } = world;
  const now = clock.now().toISOString();
  const ref = `refs/heads/${run.branch}`;
  store.transaction(() => {
    const again: WorkflowRun = {
      ...run,
      attempt: (run.attempt ?? 1) + 1,
      status: 'queued',
      conclusion: undefined,
      startedAt: now,
      updatedAt: now,
      jobs: workflow.jobs.map(job => createJob(store, job)),
    };
    const references = { ref, headRef: '', baseRef: '' };
    store.put('workflow-run', runIdOf(run), again);
    store.put(
      'run-plan',
      runIdOf(run),
      createPlan(again, workflow, references),
    );
  });
}

/**
 * Ends a run that is not over.
 *
 * @throws RunCommandError 409 when it is over
 */
export function cancel(
  { store, clock }: Pick<World, 'store' | 'clock'>,
  run: WorkflowRun,
): void {
  if (run.status === 'completed') {
    throw new RunCommandError(
      409,
      'Cannot cancel a workflow run that is completed.',
    );
  }
  const now = clock.now().toISOString();
  const over = { status: 'completed', conclusion: 'cancelled' } as const;
  const jobs = run.jobs.map(job =>
    job.status === 'completed'
      ? job
      : {
          ...job,
          ...over,
          completedAt: now,
          steps: job.steps.map(step =>
            step.status === 'completed' ? step : { ...step, ...over },
          ),
        },
  );
  store.transaction(() => {
    store.put('workflow-run', runIdOf(run), {
      ...run,
      ...over,
      jobs,
      updatedAt: now,
    });
    store.delete('run-plan', runIdOf(run));
  });
}

/**
 * Starts a workflow by hand at a branch or tag.
 *
 * @throws RunCommandError 404 without such a file, 422 without the ref or the trigger
 */
export async function dispatch(
  world: RunWorld,
  options: { repository: string; path: string; ref: string; actor: string },
): Promise<WorkflowRun> {
  const { repository, path, ref, actor } = options;
  const name = ref.replace(/^refs\/(?:heads|tags)\//, '');
  const { store, clock, repositories } = world;
  const sha =
    (await repositories.resolve(repository, `refs/heads/${name}`)) ??
    (await repositories.resolve(repository, `refs/tags/${name}`));
  if (!sha) {
    throw new RunCommandError(422, `No ref found for: ${ref}`);
  }
  const workflow = await readWorkflow(world, repository, sha, path);
  if (!workflow) {
    throw new RunCommandError(404, 'Not Found');
  }
  if (!workflow.dispatch) {
    throw new RunCommandError(
      422,
      "Workflow does not have 'workflow_dispatch' trigger",
    );
  }
  return store.transaction(() => {
    const run = createRun(
      store,
      {
        ...{ repository, path, actor, sha },
        name: workflow.name,
        event: 'workflow_dispatch',
        branch: name,
        title: workflow.name,
        createdAt: clock.now().toISOString(),
      },
      workflow.jobs,
    );
    const plan: RunPlan = createPlan(run, workflow, {
      ref: `refs/heads/${name}`,
      headRef: '',
      baseRef: '',
    });
    store.put('workflow-run', runIdOf(run), run);
    store.put('run-plan', runIdOf(run), plan);
    return run;
  });
}

async function readWorkflow(
  { repositories }: Pick<World, 'repositories'>,
  repository: string,
  sha: string,
  path: string,
) {
  const text = await repositories.readFile(repository, sha, path);
  try {
    return text === undefined ? undefined : parseWorkflow(path, text);
  } catch (error) {
    if (error instanceof WorkflowError) {
      return undefined;
    }
    throw error;
  }
}
