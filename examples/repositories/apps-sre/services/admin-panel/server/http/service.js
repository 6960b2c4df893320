import express from 'express';
import { createMetrics } from './metrics.js';
import { answerProblems, refuseUnknown } from './problem.js';

/**
 * An HTTP application with the probes, metrics and errors that every service has. It does not listen, so that tests
 * can start it where they like. `routes` adds what the service is there for.
 */
export function createService({ log, routes, metrics = createMetrics() }) {
  const app = express();
  const life = { state: 'starting' };
  app.disable('x-powered-by');
  app.use(metrics.middleware);

  app.get('/health', (_request, response) => {
    response.json({ status: 'ok' });
  });
  app.get('/ready', (_request, response) => {
    response
      .status(life.state === 'serving' ? 200 : 503)
      .json({ status: life.state });
  });
  app.get('/metrics', async (_request, response) => {
    response
      .type(metrics.registry.contentType)
      .send(await metrics.registry.metrics());
  });

  routes(app);
  app.use(refuseUnknown);
  app.use(answerProblems(log));
  return { app, life };
}
