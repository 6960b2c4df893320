import express from 'express';
import { handleErrors, notFound } from './errors.js';
import { observeRequests } from './requests.js';
import { info } from './routes/info.js';
import { probes } from './routes/probes.js';

/** The HTTP application, without a listener, so that tests can ask it directly. */
export function createApp({ config, lifecycle, logger, metrics }) {
  const app = express();
  app.disable('x-powered-by');
  app.use(observeRequests({ logger, metrics }));
  app.use(express.json({ limit: '100kb' }));

  app.use(probes({ lifecycle, metrics }));
  app.use(info({ config }));

  app.use(notFound);
  app.use(handleErrors(logger));
  return app;
}
