import type { Router } from 'express';
import { callerOf, PERSON } from '../authentication';
import type { GithubContext } from '../context';
import { ORGANIZATION } from '../organization';
import { organizationView } from '../views/organizationView';
import { userView } from '../views/userView';
import { ApiError } from '../ApiError';
import { RATE_LIMIT } from './rateLimitHeaders';
import { assertOrganization } from './repositories';

/** Logins that exist; others are a 404. */
const LOGINS = ['shopstack-bot', 'shopstack-admin', PERSON.login];

/** Who calls, who else there is, and how much may still be asked. */
export function addPeopleRoutes(
  router: Router,
  { links, world }: GithubContext,
): void {
  router.get('/user', (request, response) => {
    response.json(userView(links(request), callerOf(request).login));
  });

  router.get('/users/:login', (request, response) => {
    const { login } = request.params;
    if (login.toLowerCase() === ORGANIZATION) {
      response.json(organizationView(links(request)));
    } else if (LOGINS.includes(login)) {
      response.json(userView(links(request), login));
    } else {
      throw ApiError.notFound();
    }
  });

  router.get('/orgs/:org', (request, response) => {
    assertOrganization(request.params.org);
    response.json(organizationView(links(request)));
  });

  router.get('/rate_limit', (_request, response) => {
    const reset = Math.floor(world.clock.now().getTime() / 1000) + 3600;
    const rate = { limit: RATE_LIMIT, used: 0, remaining: RATE_LIMIT, reset };
    response.json({
      resources: { core: rate, graphql: rate, search: rate },
      rate,
    });
  });
}
