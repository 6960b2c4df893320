import type { HttpAuthService } from '@backstage/backend-plugin-api';
import express, { type Request, type Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import { parsePlanRequest } from './parsePlanRequest';
import type { GoldenPathService } from './service/GoldenPathService';

interface RouterOptions {
  httpAuth: HttpAuthService;
  service: GoldenPathService;
}

export function createRouter({ httpAuth, service }: RouterOptions): Router {
  const router = createPromiseRouter();
  router.use(express.json({ limit: '100kb' }));

  router.post('/v1/plans', async (request, response) => {
    const credentials = await credentialsOf(request);
    const plan = parsePlanRequest(request.body);
    const signal = signalOf(request);
    response.json(await service.plan(plan, { credentials, signal }));
  });

  router.get('/v1/names/:name', async (request, response) => {
    const credentials = await credentialsOf(request);
    const signal = signalOf(request);
    const { name } = request.params;
    response.json(await service.checkName(name, { credentials, signal }));
  });

  return router;

  async function credentialsOf(request: Request) {
    return httpAuth.credentials(request, { allow: ['user', 'service'] });
  }
}

/** Ends the work when the caller goes away: a form that checks while somebody types asks often. */
function signalOf(request: Request): AbortSignal {
  const controller = new AbortController();
  request.res?.once('close', () => controller.abort());
  return controller.signal;
}
