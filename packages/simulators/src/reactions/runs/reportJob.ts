import type { Forge, WorkflowJob, WorkflowRun, World } from '../../world/types';

type StatusState = Parameters<Forge['setStatus']>[2]['state'];

/** GitHub cuts descriptions of statuses here. */
const MAX_DESCRIPTION = 140;

export interface JobReport {
  state: StatusState;
  description: string;
}

/** Sets the status of a commit that tells how a job stands: `<workflow> / <job>`. */
export async function reportJob(
  world: Pick<World, 'addresses'>,
  forge: Pick<Forge, 'setStatus'>,
  run: WorkflowRun,
  job: WorkflowJob,
): Promise<void> {
  const address = world.addresses.get('github') ?? '';
  await forge.setStatus(run.repository, run.sha, {
    ...summarize(job),
    context: `${run.name} / ${job.name}`,
    targetUrl: `${address}/shopstack/${run.repository}/actions/runs/${run.id}`,
  });
}

/** How a job stands, in a line. */
export function summarize(job: WorkflowJob): JobReport {
  return {
    state: stateOf(job),
    description: describe(job).slice(0, MAX_DESCRIPTION),
  };
}

function stateOf({ status, conclusion }: WorkflowJob): StatusState {
  if (status !== 'completed') {
    return 'pending';
  }
  return conclusion === 'success' || conclusion === 'skipped'
    ? 'success'
    : 'failure';
}

function describe(job: WorkflowJob): string {
  if (job.status === 'queued') {
    return 'Queued';
  }
  const failed = job.steps.find(step => step.conclusion === 'failure');
  if (failed && job.conclusion === 'failure') {
    return `${failed.name}: ${failed.message}`;
  }
  if (job.status === 'completed') {
    return job.conclusion === 'skipped' ? 'Skipped' : 'Succeeded';
  }
  const current = job.steps.find(step => step.status === 'in_progress');
  return current?.message?.startsWith('Waiting')
    ? current.message
    : 'In progress';
}
