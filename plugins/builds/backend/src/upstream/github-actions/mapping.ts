import type {
  Build,
  BuildPhase,
  BuildStatus,
} from '@shopstack/plugin-builds-common';
import type { ReadBuild } from '../../service/ExecutorProject';
import { commitUrl, fullSha } from '../shared/commitUrl';
import { secondsBetween } from '../shared/secondsBetween';
import { webUrl } from '../shared/webUrl';
import type { GithubMemo, WireWorkflowJob, WireWorkflowRun } from './wire';

/** Conclusions of a completed run or job (REST reference, workflow runs). */
const CONCLUSIONS: Record<string, BuildStatus> = {
  success: 'succeeded',
  neutral: 'succeeded',
  failure: 'failed',
  startup_failure: 'fault',
  timed_out: 'timed-out',
  cancelled: 'stopped',
  skipped: 'stopped',
  stale: 'stopped',
  action_required: 'queued',
};

/** The workflow that runs, and the forge's page of the repository. */
export interface WorkflowPlace {
  projectKey: string;
  workflow: string;
  repositoryUrl: string;
}

/**
 * One run in the words of the portal, with what is needed to read more of it. `jobs` are absent while they were not
 * read. The run itself exports nothing: its image is known from CodeBuild.
 */
export function toReadBuild(
  run: WireWorkflowRun,
  jobs: WireWorkflowJob[] | undefined,
  place: WorkflowPlace,
): ReadBuild {
  const build = toBuild(run, jobs ?? [], place);
  const memo: GithubMemo = {
    attempt: run.run_attempt,
    jobs: jobs?.map(({ id, name, status, conclusion }) => ({
      ...{ id, name, status, conclusion },
    })),
  };
  return {
    build,
    over: run.status === 'completed' && jobs !== undefined,
    variables: [],
    log: { kind: run.status === 'queued' ? 'none' : 'stream', url: build.url },
    memo,
  };
}

function toBuild(
  run: WireWorkflowRun,
  jobs: WireWorkflowJob[],
  place: WorkflowPlace,
): Build {
  const commit = fullSha(run.head_sha);
  const repositoryUrl = webUrl(run.repository?.html_url) ?? place.repositoryUrl;
  const startedAt = run.run_started_at ?? run.created_at;
  const finishedAt = run.status === 'completed' ? run.updated_at : undefined;
  return {
    id: String(run.id),
    executor: 'github-actions',
    projectKey: place.projectKey,
    project: run.name ?? place.workflow,
    number: run.run_number,
    status: toStatus(run),
    branch: run.head_branch,
    commit,
    commitUrl: commitUrl(repositoryUrl, commit),
    commitMessage: firstLine(run.head_commit?.message ?? run.display_title),
    initiator: run.actor?.login,
    trigger: run.event,
    startedAt: startedAt?.toISOString(),
    finishedAt: finishedAt?.toISOString(),
    durationSeconds: secondsBetween(startedAt, finishedAt),
    phases: jobs.map(toPhase),
    url: webUrl(run.html_url) ?? `${repositoryUrl}/actions/runs/${run.id}`,
  };
}

function toPhase(job: WireWorkflowJob): BuildPhase {
  const failed = job.steps?.find(step => step.conclusion === 'failure');
  return {
    name: job.name,
    status: toStatus(job),
    startedAt: job.started_at?.toISOString(),
    durationSeconds: secondsBetween(job.started_at, job.completed_at),
    message: failed && `Step '${failed.name ?? 'unnamed'}' failed`,
  };
}

function toStatus({
  status,
  conclusion,
}: {
  status?: string;
  conclusion?: string;
}): BuildStatus {
  if (status === 'completed') {
    return CONCLUSIONS[conclusion ?? ''] ?? 'fault';
  }
  return status === 'in_progress' ? 'in-progress' : 'queued';
}

function firstLine(text: string | undefined): string | undefined {
  return text?.split('\n')[0].trim() || undefined;
}
