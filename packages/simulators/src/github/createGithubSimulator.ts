import express from 'express';
import PromiseRouter from 'express-promise-router';
import { weatherMiddleware } from '../http/weather';
import type { Simulator, World } from '../world/types';
import { apiErrorHandler } from './apiErrors';
import { requireToken } from './authentication';
import { createContext } from './context';
import { createForge, type GithubForge } from './forge';
import { createGraphqlHandler } from './graphql/createGraphqlHandler';
import { createPageRouter } from './pages/createPageRouter';
import { BranchTracker } from './pulls/BranchTracker';
import { createRestRouter } from './rest/createRestRouter';
import { createGitHandler } from './smartHttp/createGitHandler';

/** GitHub's limit of a request is larger; a blob of the demo is far smaller. */
const MAX_BODY = '50mb';

/**
 * The simulated GitHub: REST at `/api/v3`, GraphQL at `/api/graphql`, git at `/<owner>/<repo>.git`, and plain pages for
 * a person.
 */
export function createGithubSimulator({
  world,
}: {
  world: World;
}): Simulator & { forge: GithubForge } {
  const context = createContext(world);
  const { pulls, merger, autoMerger, webhooks } = context;
  const tracker = new BranchTracker(world, pulls, merger);

  world.events.on('push', async event => {
    tracker.hear(event);
    await tracker.follow(event);
    await webhooks.announcePush(event);
    tracker.remember(event);
  });
  world.events.on('pull', event => webhooks.announcePull(event));
  world.ticker.register('forge: catch up', () => tracker.recover());
  world.ticker.register('forge: auto-merge', () => autoMerger.step());
  world.ticker.register('forge: webhooks', () => webhooks.step());

  const app = express();
  app.disable('x-powered-by');
  app.use(weatherMiddleware(world, 'github'));
  app.use(createGitHandler(context));

  const json = express.json({ limit: MAX_BODY, type: () => true });
  const graphql = PromiseRouter();
  graphql.post('/', requireToken, json, createGraphqlHandler(context));
  graphql.use(apiErrorHandler(world.log));
  app.use(['/api/graphql', '/graphql'], graphql);
  app.use('/api/v3', json, createRestRouter(context));
  app.use('/api/v3', apiErrorHandler(world.log));
  app.use(createPageRouter(context));

  return {
    name: 'github',
    app,
    forge: createForge(context),
    close: () => webhooks.close(),
  };
}
