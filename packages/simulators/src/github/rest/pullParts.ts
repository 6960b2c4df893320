import type { Router } from 'express';
import { z } from 'zod';
import { readLog } from '../../git/commits';
import { readDifferences } from '../../git/differences';
import type { GithubContext } from '../context';
import { readPage, sendablePage } from '../paging';
import { commitView, fileView } from '../views/commitView';
import { pullRange } from './pullDetails';
import { parseBody } from './parseBody';
import { onRepository } from './RepositoryCall';

const mergeRequest = z.object({
  commit_title: z.string().nullish(),
  commit_message: z.string().nullish(),
  sha: z.string().nullish(),
  merge_method: z.enum(['merge', 'squash', 'rebase']).nullish(),
});

/** The files and commits of a pull request, and its merge. */
export function addPullPartRoutes(
  router: Router,
  context: GithubContext,
): void {
  const { pulls, merger, world } = context;
  const base = '/repos/:owner/:repo/pulls/:number(\\d+)';

  router.get(
    `${base}/files`,
    onRepository(context, async call => {
      const { links, repository, request, response, param } = call;
      const pull = pulls.require(repository, Number(param('number')));
      const { directory, from, to } = await pullRange(context, pull);
      const files = await readDifferences(directory, from, to);
      const page = readPage(world, request);
      const shown = sendablePage(request, page, files, links.base);
      response.json(shown.map(file => fileView(links, repository, to, file)));
    }),
  );

  router.get(
    `${base}/commits`,
    onRepository(context, async call => {
      const { links, repository, request, response, param } = call;
      const pull = pulls.require(repository, Number(param('number')));
      const { directory, from, to } = await pullRange(context, pull);
      const newest = await readLog(directory, { ref: to, exclude: from });
      const page = readPage(world, request);
      const shown = sendablePage(request, page, newest.reverse(), links.base);
      response.json(shown.map(each => commitView(links, repository, each)));
    }),
  );

  router.get(
    `${base}/merge`,
    onRepository(context, async ({ repository, response, param }) => {
      const pull = pulls.require(repository, Number(param('number')));
      response.status(pull.mergedAt ? 204 : 404).end();
    }),
  );

  router.put(
    `${base}/merge`,
    onRepository(context, async call => {
      const { repository, request, response, param, caller } = call;
      const body = parseBody(mergeRequest, request, 'PullRequest');
      const sha = await merger.merge(repository, Number(param('number')), {
        method: body.merge_method ?? 'merge',
        sha: body.sha ?? undefined,
        title: body.commit_title ?? undefined,
        message: body.commit_message ?? undefined,
        by: caller.login,
      });
      const message = 'Pull Request successfully merged';
      response.json({ sha, merged: true, message });
    }),
  );
}
