import type { Router } from 'express';
import { z } from 'zod';
import { ApiError } from '../ApiError';
import type { GithubContext } from '../context';
import type { PullDocument } from '../documents';
import { ORGANIZATION } from '../organization';
import { readPage, sendablePage } from '../paging';
import { pullView } from '../views/pullView';
import { repositoryView } from '../views/repositoryView';
import { parseBody } from './parseBody';
import { detailedPullView } from './pullDetails';
import { onRepository, type RepositoryCall } from './RepositoryCall';

const newPull = z.object({
  title: z.string().min(1),
  head: z.string().min(1),
  base: z.string().min(1),
  body: z.string().nullish(),
  draft: z.boolean().default(false),
});
const changedPull = z.object({
  title: z.string().min(1).optional(),
  body: z.string().nullish(),
  state: z.enum(['open', 'closed']).optional(),
  base: z.string().optional(),
});

/** Opens, lists, shows and changes pull requests. */
export function addPullRoutes(router: Router, context: GithubContext): void {
  const { pulls, world } = context;
  const base = '/repos/:owner/:repo/pulls';

  router.get(
    base,
    onRepository(context, async call => {
      const { links, repository, request, response } = call;
      const page = readPage(world, request);
      const found = selectPulls(call, pulls.list(repository));
      const shown = sendablePage(request, page, found, links.base);
      const view = await repositoryView(world, links, repository);
      response.json(shown.map(pull => pullView(links, pull, view)));
    }),
  );

  router.post(
    base,
    onRepository(context, async call => {
      const { repository, request, response, caller } = call;
      const body = parseBody(newPull, request, 'PullRequest');
      const pull = await pulls.open({
        ...body,
        repository,
        head: branchName(body.head),
        body: body.body ?? '',
        author: caller.login,
      });
      response.status(201).json(await detailedPullView(context, call, pull));
    }),
  );

  router.get(
    `${base}/:number(\\d+)`,
    onRepository(context, async call => {
      const pull = pulls.require(call.repository, Number(call.param('number')));
      call.response.json(await detailedPullView(context, call, pull));
    }),
  );

  router.patch(
    `${base}/:number(\\d+)`,
    onRepository(context, async call => {
      const pull = pulls.require(call.repository, Number(call.param('number')));
      const changed = await changePull(context, call, pull);
      call.response.json(await detailedPullView(context, call, changed));
    }),
  );
}

async function changePull(
  { pulls, world }: GithubContext,
  call: RepositoryCall,
  pull: PullDocument,
): Promise<PullDocument> {
  const body = parseBody(changedPull, call.request, 'PullRequest');
  const { title = pull.title, state = pull.state } = body;
  let { base } = pull;
  if (body.base && body.base !== base.branch) {
    const ref = `refs/heads/${body.base}`;
    const sha = await world.repositories.resolve(pull.repository, ref);
    if (!sha) throw ApiError.invalid('PullRequest', 'base');
    base = { branch: body.base, sha };
  }
  const text = body.body === undefined ? pull.body : (body.body ?? '');
  const changed = pulls.save(pull, { title, body: text, base });
  if (state === pull.state) return changed;
  if (state === 'closed') return pulls.close(changed);
  if (pull.mergedAt) {
    throw ApiError.invalid('PullRequest', 'state', 'is merged already');
  }
  return pulls.reopen(changed);
}

/** As GitHub: newest first unless asked otherwise, only open ones unless asked otherwise. */
function selectPulls(
  { query }: RepositoryCall,
  all: PullDocument[],
): PullDocument[] {
  const state = query('state') ?? 'open';
  const head = query('head');
  const base = query('base');
  const found = all.filter(
    pull =>
      (state === 'all' || pull.state === state) &&
      (!head || `${ORGANIZATION}:${pull.head.branch}` === head) &&
      (!base || pull.base.branch === base),
  );
  const sort = query('sort') ?? 'created';
  const descending =
    (query('direction') ?? (query('sort') ? 'asc' : 'desc')) === 'desc';
  const key = (pull: PullDocument) =>
    sort === 'updated' ? pull.updatedAt : pull.createdAt;
  found.sort(
    (one, other) =>
      key(one).localeCompare(key(other)) || one.number - other.number,
  );
  return descending ? found.reverse() : found;
}

/** `owner:branch` or a branch; only branches of the repository itself. */
function branchName(head: string): string {
  const prefix = `${ORGANIZATION}:`;
  return head.startsWith(prefix) ? head.slice(prefix.length) : head;
}
