import type { Router } from 'express';
import { z } from 'zod';
import { readCommit } from '../../git/commits';
import { resolveRevision } from '../../git/revisions';
import { ApiError } from '../ApiError';
import type { GithubContext } from '../context';
import { readPage, sendablePage } from '../paging';
import { findProtection, setProtection } from '../protection';
import { commitView } from '../views/commitView';
import { parseBody } from './parseBody';
import { onRepository, type RepositoryCall } from './RepositoryCall';

const protection = z.object({
  required_status_checks: z
    .object({
      contexts: z.array(z.string()).optional(),
      checks: z.array(z.object({ context: z.string() })).optional(),
    })
    .nullish(),
  required_pull_request_reviews: z
    .object({ required_approving_review_count: z.number().int().min(0).max(6) })
    .partial()
    .nullish(),
});

/** Branches and their rules. */
export function addBranchRoutes(router: Router, context: GithubContext): void {
  const { world } = context;
  const base = '/repos/:owner/:repo/branches';
  const rulesOf = ({ repository, param }: RepositoryCall) =>
    findProtection(world.store, repository, param('branch'));

  router.get(
    base,
    onRepository(context, async call => {
      const { links, repository, request, response } = call;
      const found = await world.repositories.branches(repository);
      const page = readPage(world, request);
      const shown = sendablePage(request, page, found, links.base);
      response.json(
        shown.map(({ name, sha }) => ({
          name,
          commit: { sha, url: links.api(repository, `commits/${sha}`) },
          protected: !!findProtection(world.store, repository, name),
        })),
      );
    }),
  );

  router.get(
    `${base}/:branch(*)/protection`,
    onRepository(context, async call => {
      const rules = rulesOf(call);
      if (!rules) throw new ApiError(404, 'Branch not protected');
      call.response.json(protectionView(call, rules));
    }),
  );

  router.put(
    `${base}/:branch(*)/protection`,
    onRepository(context, async call => {
      assertAdmin(call);
      const body = parseBody(protection, call.request, 'ProtectedBranch');
      const checks = body.required_status_checks;
      const reviews = body.required_pull_request_reviews;
      const rules = {
        requiredChecks: [
          ...(checks?.contexts ?? []),
          ...(checks?.checks ?? []).map(check => check.context),
        ],
        requiredApprovals: reviews?.required_approving_review_count ?? 0,
      };
      const { repository, param } = call;
      setProtection(world.store, repository, param('branch'), rules);
      call.response.json(protectionView(call, rules));
    }),
  );

  router.delete(
    `${base}/:branch(*)/protection`,
    onRepository(context, async call => {
      assertAdmin(call);
      if (!rulesOf(call)) throw new ApiError(404, 'Branch not protected');
      const { repository, param, response } = call;
      setProtection(world.store, repository, param('branch'), undefined);
      response.status(204).end();
    }),
  );

  router.get(
    `${base}/:branch(*)`,
    onRepository(context, async call => {
      const { directory, links, repository, response } = call;
      const name = call.param('branch');
      const sha = await resolveRevision(directory, `refs/heads/${name}`);
      if (!sha) throw new ApiError(404, 'Branch not found');
      const commit = await readCommit(directory, sha);
      response.json({
        name,
        commit: commitView(links, repository, commit),
        protected: !!rulesOf(call),
        _links: {
          self: links.api(repository, `branches/${name}`),
          html: links.page(repository, `tree/${name}`),
        },
      });
    }),
  );
}

function assertAdmin({ caller }: RepositoryCall): void {
  if (!caller.admin) {
    throw new ApiError(403, 'Resource not accessible by personal access token');
  }
}

function protectionView(
  { links, repository, param }: RepositoryCall,
  rules: { requiredChecks: string[]; requiredApprovals: number },
) {
  const url = links.api(repository, `branches/${param('branch')}/protection`);
  return {
    url,
    required_status_checks: {
      strict: false,
      contexts: rules.requiredChecks,
      checks: rules.requiredChecks.map(name => ({
        context: name,
        app_id: null,
      })),
    },
    required_pull_request_reviews: {
      required_approving_review_count: rules.requiredApprovals,
    },
    enforce_admins: { url: `${url}/enforce_admins`, enabled: false },
    allow_force_pushes: { enabled: false },
    allow_deletions: { enabled: false },
  };
}
