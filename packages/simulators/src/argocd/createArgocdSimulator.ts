import express, {
  type ErrorRequestHandler,
  type RequestHandler,
} from 'express';
import promiseRouter from 'express-promise-router';
import { weatherMiddleware } from '../http/weather';
import { clusterOf, seedCluster } from '../kubernetes';
import type { Simulator, World } from '../world/types';
import { applicationControllerOf } from './ApplicationController';
import {
  announceApplications,
  getApplication,
  listApplications,
} from './applications';
import { aboutRoutes } from './http/aboutRoutes';
import { applicationPage, applicationsPage } from './http/applicationPage';
import { applicationRoutes } from './http/applicationRoutes';
import { ArgoError, sendError, writeFault } from './http/ArgoError';
import { authenticate } from './http/authenticate';
import { listRoutes } from './http/listRoutes';
import { operationRoutes } from './http/operationRoutes';
import { Streams } from './http/Streams';
import { seedArgocd } from './seedArgocd';

/** The portal's account reads, syncs, and nothing else. */
const denyWrites: RequestHandler = (request, _response, next) => {
  if (['POST', 'PUT', 'PATCH', 'DELETE'].includes(request.method)) {
    throw new ArgoError(7, 'permission denied');
  }
  next();
};

/** Argo CD: its REST interface, a page for each application, and its controller as a step of the world. */
export function createArgocdSimulator({ world }: { world: World }): Simulator {
  const cluster = clusterOf(world);
  seedCluster(cluster);
  seedArgocd(cluster);
  const controller = applicationControllerOf(world);
  announceApplications(world);
  world.ticker.register('argocd', () => controller.step());

  const streams = new Streams(cluster);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(weatherMiddleware(world, 'argocd', writeFault));
  app.get(['/', '/applications'], (_request, response) => {
    response.type('html').send(applicationsPage(listApplications(cluster)));
  });
  app.get('/applications/:namespace/:name', (request, response, next) => {
    const { namespace, name } = request.params;
    const application = getApplication(cluster, name, namespace);
    if (application) {
      response.type('html').send(applicationPage(application));
    } else {
      next();
    }
  });

  const api = promiseRouter();
  api.use(express.json());
  api.use(aboutRoutes(cluster));
  api.get('/v1/stream/applications', (request, response) => {
    streams.applications(request, response);
  });
  api.get(
    '/v1/stream/applications/:name/resource-tree',
    (request, response) => {
      streams.tree(request, response);
    },
  );
  api.use('/v1/applications', listRoutes(cluster, controller));
  api.use('/v1/applications', applicationRoutes(cluster, controller));
  api.use('/v1/applications', operationRoutes(cluster));
  api.all('*', denyWrites);
  app.use('/api', authenticate, api);
  app.use((_request, response) => {
    sendError(response, new ArgoError(5, 'Not Found'));
  });
  const refuse: ErrorRequestHandler = (error, _request, response, next) => {
    if (response.headersSent) {
      next(error);
    } else if (error instanceof ArgoError) {
      sendError(response, error);
    } else if (error?.type === 'entity.parse.failed') {
      sendError(response, new ArgoError(3, error.message));
    } else {
      sendError(
        response,
        new ArgoError(2, `rpc error: code = Unknown desc = ${error.message}`),
      );
    }
  };
  app.use(refuse);
  return {
    name: 'argocd',
    app,
    async close() {
      streams.close();
    },
  };
}
