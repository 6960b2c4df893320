import type { Router } from 'express';
import { z } from 'zod';
import { ApiError } from '../ApiError';
import type { GithubContext } from '../context';
import { padded, type CommentDocument } from '../documents';
import { readPage, sendablePage } from '../paging';
import { labelView } from '../views/pullView';
import { timeView } from '../views/timeView';
import { userView } from '../views/userView';
import { parseBody } from './parseBody';
import { onRepository, type RepositoryCall } from './RepositoryCall';

const newComment = z.object({ body: z.string().min(1) });
const names = z.array(z.string().min(1));
const newLabels = z.union([names, z.object({ labels: names })]);
const newAssignees = z.object({ assignees: names });

/** Comments, labels and assignees of pull requests; this forge has no other issues. */
export function addIssueRoutes(router: Router, context: GithubContext): void {
  const { pulls, world } = context;
  const base = '/repos/:owner/:repo/issues/:number(\\d+)';
  const requirePull = ({ repository, param }: RepositoryCall) =>
    pulls.require(repository, Number(param('number')));
  const sendLabels = (call: RepositoryCall, labels: string[]) =>
    call.response.json(
      labels.map(name => labelView(call.links, call.repository, name)),
    );

  router.get(
    `${base}/comments`,
    onRepository(context, async call => {
      const { links, request, response } = call;
      const { repository, number } = requirePull(call);
      const all = world.store.listByPrefix<CommentDocument>(
        'issue-comment',
        `${repository}/${padded(number)}/`,
      );
      const page = readPage(world, request);
      const shown = sendablePage(request, page, all, links.base);
      response.json(shown.map(each => commentView(call, number, each)));
    }),
  );

  router.post(
    `${base}/comments`,
    onRepository(context, async call => {
      const { repository, number } = requirePull(call);
      const { body } = parseBody(newComment, call.request, 'IssueComment');
      const now = world.clock.now().toISOString();
      const comment: CommentDocument = {
        id: world.store.next('issue-comment'),
        author: call.caller.login,
        body,
        createdAt: now,
        updatedAt: now,
      };
      const id = `${repository}/${padded(number)}/${padded(comment.id)}`;
      world.store.put('issue-comment', id, comment);
      call.response.status(201).json(commentView(call, number, comment));
    }),
  );

  router.get(
    `${base}/labels`,
    onRepository(context, async call => {
      sendLabels(call, requirePull(call).labels);
    }),
  );

  for (const method of ['post', 'put'] as const) {
    router[method](
      `${base}/labels`,
      onRepository(context, async call => {
        const pull = requirePull(call);
        const body = parseBody(newLabels, call.request, 'Label');
        const given = Array.isArray(body) ? body : body.labels;
        const kept = method === 'post' ? pull.labels : [];
        const labels = [...new Set([...kept, ...given])];
        sendLabels(call, pulls.save(pull, { labels }).labels);
      }),
    );
  }

  router.delete(
    `${base}/labels/:name`,
    onRepository(context, async call => {
      const pull = requirePull(call);
      const name = call.param('name');
      if (!pull.labels.includes(name)) {
        throw new ApiError(404, 'Label does not exist');
      }
      const labels = pull.labels.filter(label => label !== name);
      sendLabels(call, pulls.save(pull, { labels }).labels);
    }),
  );

  router.post(
    `${base}/assignees`,
    onRepository(context, async call => {
      const pull = requirePull(call);
      const body = parseBody(newAssignees, call.request, 'Issue');
      const assignees = [...new Set([...pull.assignees, ...body.assignees])];
      pulls.save(pull, { assignees });
      call.response.status(201).json({
        number: pull.number,
        assignees: assignees.map(login => userView(call.links, login)),
      });
    }),
  );
}

function commentView(
  { links, repository }: RepositoryCall,
  number: number,
  comment: CommentDocument,
) {
  const { id, author, body, createdAt, updatedAt } = comment;
  return {
    id,
    url: links.api(repository, `issues/comments/${id}`),
    html_url: `${links.page(repository, `pull/${number}`)}#comment-${id}`,
    issue_url: links.api(repository, `issues/${number}`),
    body,
    user: userView(links, author),
    created_at: timeView(createdAt),
    updated_at: timeView(updatedAt),
    author_association: 'MEMBER',
  };
}
