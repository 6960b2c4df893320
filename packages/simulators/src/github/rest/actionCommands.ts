import type { Router } from 'express';
import { z } from 'zod';
import {
  cancel,
  dispatch,
  rerun,
  RunCommandError,
} from '../../reactions/runs/commandRuns';
import type { WorkflowRun } from '../../world/types';
import { ApiError } from '../ApiError';
import type { GithubContext } from '../context';
import { workflowId } from '../WorkflowRuns';
import { onRepository, type RepositoryCall } from './RepositoryCall';
import { parseBody } from './parseBody';

const dispatchSchema = z.strictObject({
  ref: z.string().min(1),
  inputs: z.record(z.string(), z.unknown()).optional(),
  return_run_details: z.boolean().optional(),
});

/** What a person, or a portal for one, may tell the forge to do with workflows. */
export function addActionCommands(
  router: Router,
  context: GithubContext,
): void {
  const { runs, world } = context;
  const base = '/repos/:owner/:repo/actions';

  const requireRun = ({ repository, param }: RepositoryCall): WorkflowRun => {
    const run = runs.find(repository, Number(param('id')));
    if (!run) throw ApiError.notFound();
    return run;
  };

  router.post(
    `${base}/runs/:id/rerun`,
    onRepository(context, async call => {
      await refusing(async () => rerun(world, requireRun(call)));
      call.response.status(201).json({});
    }),
  );
  router.post(
    `${base}/runs/:id/cancel`,
    onRepository(context, async call => {
      await refusing(async () => cancel(world, requireRun(call)));
      call.response.status(202).json({});
    }),
  );
  router.post(
    `${base}/workflows/:workflow/dispatches`,
    onRepository(context, async call => {
      const { caller, links, repository, request, response } = call;
      const body = parseBody(dispatchSchema, request, 'WorkflowDispatch');
      const path = await findPath(call, context);
      const run = await refusing(() =>
        dispatch(world, {
          ...{ repository, path },
          ref: body.ref,
          actor: caller.login,
        }),
      );
      if (body.return_run_details) {
        response.json({
          workflow_run_id: run.id,
          run_url: links.api(repository, `actions/runs/${run.id}`),
          html_url: links.page(repository, `actions/runs/${run.id}`),
        });
      } else {
        response.status(204).end();
      }
    }),
  );
}

/** The file of a workflow that is named by its number or by its file. */
async function findPath(
  { repository, param }: RepositoryCall,
  { world }: GithubContext,
): Promise<string> {
  const wanted = param('workflow');
  const files = await world.repositories.listFiles(
    repository,
    'main',
    '.github/workflows',
  );
  const path = files.find(
    each => String(workflowId(each)) === wanted || each.endsWith(`/${wanted}`),
  );
  if (!path) throw ApiError.notFound();
  return path;
}

async function refusing<T>(command: () => Promise<T>): Promise<T> {
  try {
    return await command();
  } catch (error) {
    if (error instanceof RunCommandError) {
      throw new ApiError(error.status, error.message);
    }
    throw error;
  }
}
