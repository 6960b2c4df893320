import express, { Express } from 'express';
import { weatherMiddleware } from '../../http';
import { errorHandler, writeError } from './ApiError';
import { graphPage } from './graphPage';
import { PrometheusParts } from './PrometheusParts';
import { queryRoutes } from './queryRoutes';
import { ruleRoutes } from './ruleRoutes';
import { seriesRoutes } from './seriesRoutes';
import { statusRoutes } from './statusRoutes';

const FAULT_TYPES = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  429: 'too_many_requests',
  500: 'internal',
};

/** The HTTP side of the simulator: the API below `/api/v1`, probes, and a page for links. */
export function createApplication(parts: PrometheusParts): Express {
  const app = express();
  app.disable('x-powered-by');
  // Names such as `match[]` are taken as they stand.
  app.set('query parser', 'simple');
  app.use(
    weatherMiddleware(parts.world, 'prometheus', (response, status) =>
      writeError(response, status, FAULT_TYPES[status], FAULT_TYPES[status]),
    ),
  );
  app.get('/-/ready', (_request, response) => {
    response.type('text').send('Prometheus Server is Ready.\n');
  });
  app.get('/-/healthy', (_request, response) => {
    response.type('text').send('Prometheus Server is Healthy.\n');
  });
  app.get('/', (_request, response) => response.redirect('/graph'));
  app.get('/graph', graphPage(parts));
  const api = express.Router();
  api.use(express.urlencoded({ extended: false, limit: '1mb' }));
  api.use(queryRoutes(parts));
  api.use(seriesRoutes(parts));
  api.use(ruleRoutes(parts));
  api.use(statusRoutes(parts));
  app.use('/api/v1', api);
  app.use((_request, response) => {
    response.status(404).type('text').send('404 page not found\n');
  });
  app.use(errorHandler);
  return app;
}
