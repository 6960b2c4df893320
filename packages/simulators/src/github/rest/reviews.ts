import type { Router } from 'express';
import { z } from 'zod';
import { ApiError } from '../ApiError';
import type { GithubContext } from '../context';
import { padded, type ReviewDocument } from '../documents';
import { readPage, sendablePage } from '../paging';
import { timeView } from '../views/timeView';
import { userView } from '../views/userView';
import { parseBody } from './parseBody';
import { detailedPullView } from './pullDetails';
import { onRepository, type RepositoryCall } from './RepositoryCall';

const STATES = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
} as const;
const newReview = z.object({
  event: z.enum(['APPROVE', 'REQUEST_CHANGES', 'COMMENT']).optional(),
  body: z.string().nullish(),
});
const reviewers = z.object({
  reviewers: z.array(z.string()).default([]),
  team_reviewers: z.array(z.string()).default([]),
});

/** Reviews of pull requests, and who was asked for one. */
export function addReviewRoutes(router: Router, context: GithubContext): void {
  const { pulls, world } = context;
  const base = '/repos/:owner/:repo/pulls/:number(\\d+)';
  const requirePull = ({ repository, param }: RepositoryCall) =>
    pulls.require(repository, Number(param('number')));

  router.get(
    `${base}/reviews`,
    onRepository(context, async call => {
      const { links, request, response } = call;
      const { repository, number } = requirePull(call);
      const prefix = `${repository}/${padded(number)}/`;
      const all = world.store.listByPrefix<ReviewDocument>('review', prefix);
      const page = readPage(world, request);
      const shown = sendablePage(request, page, all, links.base);
      response.json(shown.map(review => reviewView(call, number, review)));
    }),
  );

  router.post(
    `${base}/reviews`,
    onRepository(context, async call => {
      const { repository, number, head, author } = requirePull(call);
      const body = parseBody(newReview, call.request, 'PullRequestReview');
      const own = author === call.caller.login;
      if (own && body.event === 'APPROVE') {
        throw new ApiError(422, 'Can not approve your own pull request');
      }
      const review: ReviewDocument = {
        id: world.store.next('review'),
        author: call.caller.login,
        state: body.event ? STATES[body.event] : 'PENDING',
        body: body.body ?? '',
        commit: head.sha,
        submittedAt: world.clock.now().toISOString(),
      };
      const id = `${repository}/${padded(number)}/${padded(review.id)}`;
      world.store.put('review', id, review);
      call.response.json(reviewView(call, number, review));
    }),
  );

  router.get(
    `${base}/requested_reviewers`,
    onRepository(context, async call => {
      const pull = requirePull(call);
      call.response.json({
        users: pull.reviewers.map(login => userView(call.links, login)),
        teams: pull.teamReviewers.map(slug => ({ slug, name: slug })),
      });
    }),
  );

  router.post(
    `${base}/requested_reviewers`,
    onRepository(context, async call => {
      const pull = requirePull(call);
      const asked = parseBody(reviewers, call.request, 'PullRequest');
      const changed = pulls.save(pull, {
        reviewers: union(pull.reviewers, asked.reviewers),
        teamReviewers: union(pull.teamReviewers, asked.team_reviewers),
      });
      const view = await detailedPullView(context, call, changed);
      call.response.status(201).json(view);
    }),
  );

  router.delete(
    `${base}/requested_reviewers`,
    onRepository(context, async call => {
      const pull = requirePull(call);
      const asked = parseBody(reviewers, call.request, 'PullRequest');
      const without = (all: string[], gone: string[]) =>
        all.filter(name => !gone.includes(name));
      const changed = pulls.save(pull, {
        reviewers: without(pull.reviewers, asked.reviewers),
        teamReviewers: without(pull.teamReviewers, asked.team_reviewers),
      });
      call.response.json(await detailedPullView(context, call, changed));
    }),
  );
}

function union(one: string[], other: string[]): string[] {
  return [...new Set([...one, ...other])];
}

function reviewView(
  { links, repository }: RepositoryCall,
  number: number,
  review: ReviewDocument,
) {
  return {
    id: review.id,
    user: userView(links, review.author),
    body: review.body,
    state: review.state,
    commit_id: review.commit,
    submitted_at: timeView(review.submittedAt),
    author_association: 'MEMBER',
    html_url: `${links.page(repository, `pull/${number}`)}#review-${review.id}`,
    pull_request_url: links.api(repository, `pulls/${number}`),
  };
}
