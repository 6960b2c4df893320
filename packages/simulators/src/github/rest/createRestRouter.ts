import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { requireToken } from '../authentication';
import { apiErrorHandler, unknownApiPath } from '../apiErrors';
import type { GithubContext } from '../context';
import { addActionRoutes } from './actions';
import { addBranchRoutes } from './branches';
import { addCheckRunRoutes } from './checkRuns';
import { addCommitRoutes } from './commits';
import { addCompareRoutes } from './compare';
import { addContentRoutes } from './contents';
import { addGitObjectRoutes } from './gitObjects';
import { addIssueRoutes } from './issues';
import { addPeopleRoutes } from './people';
import { addPullPartRoutes } from './pullParts';
import { addPullRoutes } from './pulls';
import { addReferenceRoutes } from './references';
import { addRepositoryRoutes } from './repositories';
import { addReviewRoutes } from './reviews';
import { addSearchRoutes } from './search';
import { addStatusRoutes } from './statuses';
import { rateLimitHeaders } from './rateLimitHeaders';

/** GitHub's REST API, as far as this forge speaks it. */
export function createRestRouter(context: GithubContext): Router {
  const router = PromiseRouter();
  router.use(rateLimitHeaders(context.world.clock));
  router.use((request, _response, next) => {
    // GitHub answers 304 also to those who, as fetch does, say no-cache beside their If-None-Match.
    delete request.headers['cache-control'];
    next();
  });
  router.use(requireToken);
  addPeopleRoutes(router, context);
  addRepositoryRoutes(router, context);
  addContentRoutes(router, context);
  addGitObjectRoutes(router, context);
  addReferenceRoutes(router, context);
  addBranchRoutes(router, context);
  // Before the commits, whose refs may have slashes in them.
  addStatusRoutes(router, context);
  addCheckRunRoutes(router, context);
  addCommitRoutes(router, context);
  addCompareRoutes(router, context);
  addPullRoutes(router, context);
  addPullPartRoutes(router, context);
  addReviewRoutes(router, context);
  addIssueRoutes(router, context);
  addActionRoutes(router, context);
  addSearchRoutes(router, context);
  router.use(unknownApiPath);
  router.use(apiErrorHandler(context.world.log));
  return router;
}
