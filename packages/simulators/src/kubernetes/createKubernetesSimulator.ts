import express, { type ErrorRequestHandler } from 'express';
import { weatherMiddleware } from '../http/weather';
import type { Simulator, World } from '../world/types';
import { clusterOf } from './Cluster';
import { controllersOf } from './controllers/Controllers';
import { authenticate } from './http/authenticate';
import { discoveryRouter } from './http/discovery';
import { metricsRouter } from './http/metrics';
import { resourcesRouter } from './http/resources';
import { sendStatus, StatusError, writeFault } from './http/status';
import { Watches } from './http/Watches';
import { seedCluster } from './seedCluster';

/** The API server of the simulated cluster; its controllers run as a step of the world. */
export function createKubernetesSimulator({
  world,
}: {
  world: World;
}): Simulator {
  const cluster = clusterOf(world);
  seedCluster(cluster);
  const controllers = controllersOf(world);
  world.ticker.register('kubernetes', () => controllers.step());

  const watches = new Watches(cluster);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(weatherMiddleware(world, 'kubernetes', writeFault));
  app.use(authenticate);
  app.use('/apis/metrics.k8s.io/v1beta1', metricsRouter(cluster));
  app.use(discoveryRouter(cluster));
  app.use('/api/:version', resourcesRouter(cluster, watches));
  app.use('/apis/:group/:version', resourcesRouter(cluster, watches));
  app.use((_request, response) => {
    sendStatus(
      response,
      new StatusError(
        404,
        'NotFound',
        'the server could not find the requested resource',
        {},
      ),
    );
  });
  const refuse: ErrorRequestHandler = (error, _request, response, next) => {
    if (response.headersSent) {
      next(error);
    } else if (error instanceof StatusError) {
      sendStatus(response, error);
    } else {
      world.log(`kubernetes: ${error.stack ?? error}`);
      writeFault(response, 500);
    }
  };
  app.use(refuse);
  return {
    name: 'kubernetes',
    app,
    async close() {
      watches.close();
    },
  };
}
