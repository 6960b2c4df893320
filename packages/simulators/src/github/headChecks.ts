import type { WorkflowJob, WorkflowRun } from '../world/types';
import type { CommitStatuses } from './CommitStatuses';
import type { WorkflowRuns } from './WorkflowRuns';

/** What a commit's checks say: statuses set on it, and jobs of workflows that ran on it. */
export interface Check {
  name: string;
  state: 'pending' | 'success' | 'failure' | 'neutral';
  description: string;
  /** A page about it, relative to the repository's page, or an address of its own. */
  url?: string;
}

/** All checks of a commit, in order of their names. */
export function listChecks(
  { statuses, runs }: { statuses: CommitStatuses; runs: WorkflowRuns },
  repository: string,
  sha: string,
): Check[] {
  const checks: Check[] = statuses
    .latest(repository, sha)
    .map(({ context, state, description, targetUrl }) => ({
      name: context,
      state: state === 'error' ? 'failure' : state,
      description,
      url: targetUrl,
    }));
  // A job also sets a status under its name, which says more about why it waits.
  const known = new Set(checks.map(({ name }) => name));
  for (const run of runs.ofCommit(repository, sha)) {
    checks.push(...checksOfRun(run).filter(({ name }) => !known.has(name)));
  }
  return checks.sort((one, other) => one.name.localeCompare(other.name));
}

function checksOfRun(run: WorkflowRun): Check[] {
  const url = `actions/runs/${run.id}`;
  if (run.jobs.length === 0) {
    const state = run.status === 'completed' ? stateOf(run) : 'pending';
    return [{ name: run.name, state, description: describe(run), url }];
  }
  return run.jobs.map(job => ({
    name: `${run.name} / ${job.name}`,
    state: stateOf(job),
    description: describe(job),
    url,
  }));
}

function stateOf({
  status,
  conclusion,
}: Pick<WorkflowJob, 'status' | 'conclusion'>): Check['state'] {
  if (status !== 'completed') return 'pending';
  if (conclusion === 'success') return 'success';
  return conclusion === 'skipped' ? 'neutral' : 'failure';
}

function describe({
  status,
  conclusion,
}: Pick<WorkflowJob, 'status' | 'conclusion'>): string {
  if (status === 'queued') return 'Waiting to run';
  if (status === 'in_progress') return 'Running';
  return `Ended: ${conclusion ?? 'unknown'}`;
}
