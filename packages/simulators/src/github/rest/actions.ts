import type { Router } from 'express';
import type { WorkflowRun } from '../../world/types';
import { ApiError } from '../ApiError';
import type { GithubContext } from '../context';
import { jobLog } from '../jobLog';
import { DEFAULT_BRANCH } from '../organization';
import { readPage, sendablePage } from '../paging';
import { jobView, runView, workflowView } from '../views/workflowViews';
import { repositoryView } from '../views/repositoryView';
import { workflowId } from '../WorkflowRuns';
import { addActionCommands } from './actionCommands';
import { onRepository, type RepositoryCall } from './RepositoryCall';

/** Workflows, their runs and jobs. */
export function addActionRoutes(router: Router, context: GithubContext): void {
  const { runs, world } = context;
  const base = '/repos/:owner/:repo/actions';

  const requireRun = ({ repository, param }: RepositoryCall) => {
    const run = runs.find(repository, Number(param('id')));
    if (!run) throw ApiError.notFound();
    return run;
  };
  const requireJob = ({ repository, param }: RepositoryCall) => {
    const found = runs.findJob(repository, Number(param('id')));
    if (!found) throw ApiError.notFound();
    return found;
  };
  const sendRuns = async (call: RepositoryCall, found: WorkflowRun[]) => {
    const { links, repository, request, response } = call;
    const page = readPage(world, request);
    const matching = found.filter(run => matches(call, run));
    const shown = sendablePage(request, page, matching, links.base);
    const view = await repositoryView(world, links, repository);
    response.json({
      total_count: matching.length,
      workflow_runs: shown.map(run => runView(links, run, view)),
    });
  };

  router.get(
    `${base}/runs`,
    onRepository(context, call => sendRuns(call, runs.list(call.repository))),
  );
  router.get(
    `${base}/runs/:id`,
    onRepository(context, async call => {
      const { links, repository, response } = call;
      const run = requireRun(call);
      const view = await repositoryView(world, links, repository);
      response.json(runView(links, run, view));
    }),
  );
  router.get(
    `${base}/runs/:id/jobs`,
    onRepository(context, async call => {
      const { links, request, response } = call;
      const run = requireRun(call);
      const page = readPage(world, request);
      const shown = sendablePage(request, page, run.jobs, links.base);
      response.json({
        total_count: run.jobs.length,
        jobs: shown.map(job => jobView(links, run, job)),
      });
    }),
  );
  router.get(
    `${base}/jobs/:id`,
    onRepository(context, async call => {
      const { run, job } = requireJob(call);
      call.response.json(jobView(call.links, run, job));
    }),
  );
  router.get(
    `${base}/jobs/:id/logs`,
    onRepository(context, async call => {
      const { job } = requireJob(call);
      // There is no log before the job is over, and then it is at another address.
      if (job.status !== 'completed') throw ApiError.notFound();
      const { links, repository, response } = call;
      response.redirect(
        links.api(repository, `actions/jobs/${job.id}/log.txt`),
      );
    }),
  );
  router.get(
    `${base}/jobs/:id/log.txt`,
    onRepository(context, async call => {
      call.response.type('text/plain').send(jobLog(requireJob(call).job));
    }),
  );
  addActionCommands(router, context);

  router.get(
    `${base}/workflows`,
    onRepository(context, async call => {
      const { links, repository, request, response } = call;
      const workflows = await readWorkflows(context, repository);
      const page = readPage(world, request);
      const shown = sendablePage(request, page, workflows, links.base);
      response.json({
        total_count: workflows.length,
        workflows: shown.map(({ path, name }) =>
          workflowView(links, repository, path, name),
        ),
      });
    }),
  );
  router.get(
    `${base}/workflows/:workflow/runs`,
    onRepository(context, async call => {
      // A number, or the name of the file.
      const wanted = call.param('workflow');
      const found = runs
        .list(call.repository)
        .filter(
          ({ path }) =>
            String(workflowId(path)) === wanted || path.endsWith(`/${wanted}`),
        );
      await sendRuns(call, found);
    }),
  );
}

async function readWorkflows({ world }: GithubContext, repository: string) {
  const files = await world.repositories.readTree(
    repository,
    DEFAULT_BRANCH,
    '.github/workflows',
  );
  return [...files].map(([path, text]) => ({
    path,
    name: /^name:\s*['"]?(.+?)['"]?\s*$/m.exec(text)?.[1] ?? path,
  }));
}

function matches({ query }: RepositoryCall, run: WorkflowRun): boolean {
  const status = query('status');
  return (
    [run.branch, undefined].includes(query('branch')) &&
    [run.sha, undefined].includes(query('head_sha')) &&
    [run.event, undefined].includes(query('event') as WorkflowRun['event']) &&
    [run.actor, undefined].includes(query('actor')) &&
    // GitHub takes a conclusion here too.
    (status === undefined ||
      [run.status, run.conclusion].includes(status as any))
  );
}
