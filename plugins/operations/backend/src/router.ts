import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { parseEntityParams } from '@shopstack/plugin-kit-node';
import type { Request, Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import type { OperationsService } from './service/OperationsService';

export interface RouterOptions {
  httpAuth: HttpAuthService;
  service: OperationsService;
}

export function createRouter({ httpAuth, service }: RouterOptions): Router {
  const router = createPromiseRouter();
  const caller = async (request: Request) => ({
    credentials: await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    }),
  });

  router.get(
    '/v1/entities/:kind/:namespace/:name/links',
    async (request, response) => {
      const options = await caller(request);
      const entityRef = parseEntityParams(request.params);
      response.json(await service.listLinks(entityRef, options));
    },
  );

  router.get(
    '/v1/entities/:kind/:namespace/:name/secrets',
    async (request, response) => {
      const options = await caller(request);
      const entityRef = parseEntityParams(request.params);
      response.json(await service.listSecrets(entityRef, options));
    },
  );

  return router;
}
