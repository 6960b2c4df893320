import type { WorkflowJob, WorkflowRun } from '../../world/types';
import type { Links } from '../Links';
import { workflowId } from '../WorkflowRuns';
import { nodeId } from './nodeId';
import { optionalTimeView, timeView } from './timeView';
import { userView } from './userView';

/** A workflow run; `repository` is the view of its repository. */
export function runView(links: Links, run: WorkflowRun, repository: object) {
  const url = links.api(run.repository, `actions/runs/${run.id}`);
  return {
    id: run.id,
    node_id: nodeId('WorkflowRun', `${run.repository}/${run.id}`),
    name: run.name,
    display_title: run.title,
    path: run.path,
    run_number: run.runNumber,
    run_attempt: run.attempt ?? 1,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion ?? null,
    workflow_id: workflowId(run.path),
    head_branch: run.branch,
    head_sha: run.sha,
    head_commit: { id: run.sha, message: run.title },
    url,
    html_url: links.page(run.repository, `actions/runs/${run.id}`),
    jobs_url: `${url}/jobs`,
    workflow_url: links.api(
      run.repository,
      `actions/workflows/${workflowId(run.path)}`,
    ),
    actor: userView(links, run.actor),
    triggering_actor: userView(links, run.actor),
    created_at: timeView(run.createdAt),
    updated_at: timeView(run.updatedAt),
    run_started_at: timeView(run.startedAt ?? run.createdAt),
    pull_requests: [],
    repository,
    head_repository: repository,
  };
}

/** A job of a run, with its steps. */
export function jobView(links: Links, run: WorkflowRun, job: WorkflowJob) {
  return {
    id: job.id,
    run_id: run.id,
    run_url: links.api(run.repository, `actions/runs/${run.id}`),
    node_id: nodeId('CheckRun', `${run.repository}/${job.id}`),
    head_sha: run.sha,
    head_branch: run.branch,
    workflow_name: run.name,
    url: links.api(run.repository, `actions/jobs/${job.id}`),
    html_url: links.page(run.repository, `actions/runs/${run.id}`),
    check_run_url: links.api(run.repository, `check-runs/${job.id}`),
    name: job.name,
    status: job.status,
    conclusion: job.conclusion ?? null,
    created_at: timeView(run.createdAt),
    started_at: timeView(job.startedAt ?? run.createdAt),
    completed_at: optionalTimeView(job.completedAt),
    run_attempt: run.attempt ?? 1,
    labels: ['ubuntu-latest'],
    steps: job.steps.map(({ name, number, status, conclusion }) => ({
      ...{ name, number, status },
      conclusion: conclusion ?? null,
      started_at: optionalTimeView(job.startedAt),
      completed_at:
        status === 'completed'
          ? optionalTimeView(job.completedAt ?? run.updatedAt)
          : null,
    })),
  };
}

/** A workflow file of the default branch. */
export function workflowView(
  links: Links,
  repository: string,
  path: string,
  name: string,
) {
  const id = workflowId(path);
  return {
    id,
    node_id: nodeId('Workflow', `${repository}/${path}`),
    name,
    path,
    state: 'active',
    url: links.api(repository, `actions/workflows/${id}`),
    html_url: links.page(repository, `blob/main/${path}`),
  };
}
