import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { parseEntityParams } from '@shopstack/plugin-kit-node';
import type { Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import type { ArgocdService } from './service/ArgocdService';

export interface RouterOptions {
  httpAuth: HttpAuthService;
  service: ArgocdService;
}

export function createRouter({ httpAuth, service }: RouterOptions): Router {
  const router = createPromiseRouter();

  router.get(
    '/v1/entities/:kind/:namespace/:name/applications',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      const entityRef = parseEntityParams(request.params);
      response.json(await service.listApplications(entityRef, { credentials }));
    },
  );

  return router;
}
