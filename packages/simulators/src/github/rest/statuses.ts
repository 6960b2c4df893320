import type { Router } from 'express';
import { z } from 'zod';
import { combinedState } from '../CommitStatuses';
import type { GithubContext } from '../context';
import type { StatusDocument } from '../documents';
import { ApiError } from '../ApiError';
import { isSha } from '../../git/revisions';
import { readPage, sendablePage } from '../paging';
import { nodeId } from '../views/nodeId';
import { repositoryView } from '../views/repositoryView';
import { timeView } from '../views/timeView';
import { userView } from '../views/userView';
import { parseBody } from './parseBody';
import { onRepository, type RepositoryCall } from './RepositoryCall';

const newStatus = z.object({
  state: z.enum(['pending', 'success', 'failure', 'error']),
  context: z.string().default('default'),
  description: z.string().max(140).nullish(),
  target_url: z.string().nullish(),
});

/** Statuses set on commits, and what they say together. */
export function addStatusRoutes(router: Router, context: GithubContext): void {
  const { statuses, world } = context;
  const base = '/repos/:owner/:repo';

  router.post(
    `${base}/statuses/:sha`,
    onRepository(context, async call => {
      const { repository, request, response, caller, param } = call;
      const body = parseBody(newStatus, request, 'Status');
      if (!isSha(param('sha'))) {
        throw new ApiError(422, `No commit found for SHA: ${param('sha')}`);
      }
      const status = statuses.add(
        repository,
        await call.revision(param('sha')),
        {
          state: body.state,
          context: body.context,
          description: body.description ?? '',
          targetUrl: body.target_url ?? undefined,
        },
        caller.login,
      );
      response.status(201).json(statusView(call, status));
    }),
  );

  router.get(
    `${base}/commits/:ref(*)/status`,
    onRepository(context, async call => {
      const { links, repository, request, response } = call;
      const sha = await call.revision(call.param('ref'));
      const latest = statuses.latest(repository, sha);
      const page = readPage(world, request);
      const shown = sendablePage(request, page, latest, links.base);
      response.json({
        state: combinedState(latest),
        statuses: shown.map(status => statusView(call, status)),
        sha,
        total_count: latest.length,
        repository: await repositoryView(world, links, repository),
        commit_url: links.api(repository, `commits/${sha}`),
        url: links.api(repository, `commits/${sha}/status`),
      });
    }),
  );

  router.get(
    [`${base}/commits/:ref(*)/statuses`, `${base}/statuses/:ref(*)`],
    onRepository(context, async call => {
      const { links, repository, request, response } = call;
      const sha = await call.revision(call.param('ref'));
      const page = readPage(world, request);
      const all = statuses.list(repository, sha);
      const shown = sendablePage(request, page, all, links.base);
      response.json(shown.map(status => statusView(call, status)));
    }),
  );
}

function statusView(
  { links, repository }: RepositoryCall,
  status: StatusDocument,
) {
  const { id, sha, state, description, targetUrl, createdAt } = status;
  return {
    id,
    node_id: nodeId('StatusContext', String(id)),
    url: links.api(repository, `statuses/${sha}`),
    state,
    description: description || null,
    target_url: targetUrl ?? null,
    context: status.context,
    creator: userView(links, status.creator),
    created_at: timeView(createdAt),
    updated_at: timeView(createdAt),
  };
}
