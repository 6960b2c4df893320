import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { parseEntityParams } from '@shopstack/plugin-kit-node';
import type { Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import type { WorkloadsService } from './service/WorkloadsService';

export interface RouterOptions {
  httpAuth: HttpAuthService;
  service: WorkloadsService;
}

export function createRouter({ httpAuth, service }: RouterOptions): Router {
  const router = createPromiseRouter();

  router.get(
    '/v1/entities/:kind/:namespace/:name/workloads',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      const entityRef = parseEntityParams(request.params);
      response.json(await service.listWorkloads(entityRef, { credentials }));
    },
  );

  // For siblings alone: it tells of entities that a person might not be allowed to see.
  router.get('/v1/workloads', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['service'],
    });
    response.json(await service.listFleet({ credentials }));
  });

  return router;
}
