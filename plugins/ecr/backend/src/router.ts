import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { parseEntityParams, parseQuery } from '@shopstack/plugin-kit-node';
import type { Request, Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import {
  imageIdQuerySchema,
  imagesQuerySchema,
  serviceScansQuerySchema,
} from './querySchemas';
import type { EcrService } from './service/EcrService';

export interface RouterOptions {
  httpAuth: HttpAuthService;
  service: EcrService;
}

export function createRouter({ httpAuth, service }: RouterOptions): Router {
  const router = createPromiseRouter();
  const credentialsOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  router.get(
    '/v1/entities/:kind/:namespace/:name/images',
    async (request, response) => {
      const credentials = await credentialsOf(request);
      const entityRef = parseEntityParams(request.params);
      const query = parseQuery(imagesQuerySchema, request.query);
      response.json(
        await service.listImages(entityRef, query, { credentials }),
      );
    },
  );

  router.get(
    '/v1/entities/:kind/:namespace/:name/image',
    async (request, response) => {
      const credentials = await credentialsOf(request);
      const entityRef = parseEntityParams(request.params);
      const image = parseQuery(imageIdQuerySchema, request.query);
      response.json(
        await service.getImageDetails(entityRef, image, { credentials }),
      );
    },
  );

  router.get(
    '/v1/entities/:kind/:namespace/:name/findings',
    async (request, response) => {
      const credentials = await credentialsOf(request);
      const entityRef = parseEntityParams(request.params);
      const image = parseQuery(imageIdQuerySchema, request.query);
      response.json(
        await service.listFindings(entityRef, image, { credentials }),
      );
    },
  );

  router.get('/v1/service-scans', async (request, response) => {
    const credentials = await credentialsOf(request);
    const query = parseQuery(serviceScansQuerySchema, request.query);
    response.json(await service.listServiceScans(query, { credentials }));
  });

  return router;
}
