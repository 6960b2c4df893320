import type { Router } from 'express';
import type { WorkflowJob, WorkflowRun } from '../../world/types';
import type { GithubContext } from '../context';
import { readPage, sendablePage } from '../paging';
import { optionalTimeView, timeView } from '../views/timeView';
import { onRepository, type RepositoryCall } from './RepositoryCall';

/** The jobs of the workflow runs on a commit, as check runs. */
export function addCheckRunRoutes(
  router: Router,
  context: GithubContext,
): void {
  router.get(
    '/repos/:owner/:repo/commits/:ref(*)/check-runs',
    onRepository(context, async call => {
      const { links, repository, request, response, query } = call;
      const sha = await call.revision(call.param('ref'));
      const checks = context.runs
        .ofCommit(repository, sha)
        .flatMap(run => run.jobs.map(job => checkRunView(call, run, job)))
        .filter(check => matches(query('check_name'), check.name))
        .filter(check => matches(query('status'), check.status));
      const page = readPage(context.world, request);
      response.json({
        total_count: checks.length,
        check_runs: sendablePage(request, page, checks, links.base),
      });
    }),
  );
}

function matches(wanted: string | undefined, value: string): boolean {
  return wanted === undefined || wanted === value;
}

function checkRunView(
  { links, repository }: RepositoryCall,
  run: WorkflowRun,
  job: WorkflowJob,
) {
  const page = links.page(repository, `actions/runs/${run.id}`);
  return {
    id: job.id,
    name: job.name,
    head_sha: run.sha,
    url: links.api(repository, `check-runs/${job.id}`),
    html_url: page,
    details_url: page,
    status: job.status,
    conclusion: job.conclusion ?? null,
    started_at: timeView(job.startedAt ?? run.createdAt),
    completed_at: optionalTimeView(job.completedAt),
    output: {
      title: job.name,
      summary: job.steps.flatMap(({ message }) => message ?? []).join('\n'),
      text: null,
      annotations_count: 0,
    },
    check_suite: { id: run.id },
    app: { id: 15368, slug: 'github-actions', name: 'GitHub Actions' },
    pull_requests: [],
  };
}
