import type { Express } from 'express';
import express, {
  type ErrorRequestHandler,
  type RequestHandler,
} from 'express';
import promiseRouter from 'express-promise-router';
import { weatherMiddleware } from '../http/weather';
import { clusterOf, seedCluster, type Cluster } from '../kubernetes';
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
import { type ArgocdInstance, MAIN, STANDBY } from './instances';
import { seedArgocd } from './seedArgocd';

/** The portal's account reads, syncs, and nothing else. */
const denyWrites: RequestHandler = (request, _response, next) => {
  if (['POST', 'PUT', 'PATCH', 'DELETE'].includes(request.method)) {
    throw new ArgoError(7, 'permission denied');
  }
  next();
};

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

/** Argo CD: its REST interface, a page for each application, and its controller as a step of the world. */
export function createArgocdSimulator({ world }: { world: World }): Simulator {
  const cluster = clusterOf(world);
  seedCluster(cluster);
  seedArgocd(cluster);
  const controller = applicationControllerOf(world);
  announceApplications(world);
  world.ticker.register('argocd', () => controller.step());
  return serve(world, MAIN);
}

/** A second Argo CD, with an address, an account and applications of its own. The first one's controller does its work. */
export function createStandbySimulator({ world }: { world: World }): Simulator {
  return serve(world, STANDBY);
}

function serve(world: World, instance: ArgocdInstance): Simulator {
  const cluster = clusterOf(world);
  const controller = applicationControllerOf(world);
  const streams = new Streams(cluster, instance);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(weatherMiddleware(world, instance.name, writeFault));
  addPages(app, cluster, instance);

  const api = promiseRouter();
  api.use(express.json());
  api.use(aboutRoutes(cluster, instance));
  api.get('/v1/stream/applications', (request, response) => {
    streams.applications(request, response);
  });
  api.get(
    '/v1/stream/applications/:name/resource-tree',
    (request, response) => {
      streams.tree(request, response);
    },
  );
  api.use('/v1/applications', listRoutes(cluster, controller, instance));
  api.use('/v1/applications', applicationRoutes(cluster, controller, instance));
  api.use('/v1/applications', operationRoutes(cluster, instance));
  api.all('*', denyWrites);
  app.use('/api', authenticate(instance.token), api);
  app.use((_request, response) => {
    sendError(response, new ArgoError(5, 'Not Found'));
  });
  app.use(refuse);
  return {
    name: instance.name,
    app,
    async close() {
      streams.close();
    },
  };
}

function addPages(app: Express, cluster: Cluster, { holds }: ArgocdInstance) {
  app.get(['/', '/applications'], (_request, response) => {
    const applications = listApplications(cluster).filter(holds);
    response.type('html').send(applicationsPage(applications));
  });
  app.get('/applications/:namespace/:name', (request, response, next) => {
    const { namespace, name } = request.params;
    const application = getApplication(cluster, name, namespace);
    if (application && holds(application)) {
      response.type('html').send(applicationPage(application));
    } else {
      next();
    }
  });
}
