import type { WorkflowRun, World } from '../../world/types';
import { fillAll, type ExpressionContext } from '../expressions';
import type { JobDefinition } from '../workflows/parseWorkflow';
import type { JobProgress, RunPlan } from './types';

/** What expressions of a job may look up, as far as the job has come. */
export function contextOf(
  world: Pick<World, 'addresses'>,
  run: WorkflowRun,
  plan: RunPlan,
  job: JobDefinition,
): ExpressionContext {
  const progress = plan.jobs[job.key];
  const needs = Object.fromEntries(
    job.needs.map(key => [key, needOf(run, plan, key)]),
  );
  const failed =
    progress.failed ||
    Object.values(needs).some(({ result }) => result !== 'success');
  const context: ExpressionContext = {
    failed,
    values: {
      github: githubContext(world, run, plan),
      needs,
      steps: stepsContext(progress),
      secrets: { GITHUB_TOKEN: '***' },
      vars: {},
      inputs: {},
      runner: { os: 'Linux', arch: 'X64' },
      job: { status: failed ? 'failure' : 'success' },
      env: {},
    },
  };
  addEnvironment(context, plan.workflow.env);
  addEnvironment(context, job.env);
  return context;
}

/** Fills variables with what is known so far and adds them to `env`. */
export function addEnvironment(
  context: ExpressionContext,
  variables: Record<string, string>,
): void {
  const { values } = context;
  values.env = { ...(values.env as object), ...fillAll(variables, context) };
}

function githubContext(
  world: Pick<World, 'addresses'>,
  run: WorkflowRun,
  plan: RunPlan,
) {
  const server = world.addresses.get('github') ?? '';
  return {
    sha: run.sha,
    ref: plan.ref,
    ref_name: plan.ref.replace(/^refs\/(?:heads|tags|pull)\//, ''),
    ref_type: 'branch',
    head_ref: plan.headRef,
    base_ref: plan.baseRef,
    event_name: run.event,
    repository: `shopstack/${run.repository}`,
    repository_owner: 'shopstack',
    actor: run.actor,
    workflow: run.name,
    run_id: run.id,
    run_number: run.runNumber,
    run_attempt: run.attempt ?? 1,
    server_url: server,
    api_url: `${server}/api/v3`,
    token: '***',
  };
}

function needOf(run: WorkflowRun, plan: RunPlan, key: string) {
  const index = plan.workflow.jobs.findIndex(job => job.key === key);
  const result: string = run.jobs[index].conclusion ?? '';
  return { result, outputs: plan.jobs[key].outputs };
}

function stepsContext({ steps }: JobProgress) {
  return Object.fromEntries(
    Object.entries(steps).map(([id, { outputs, outcome }]) => [
      id,
      { outputs, outcome, conclusion: outcome },
    ]),
  );
}
