import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { parseEntityParams } from '@shopstack/plugin-kit-node';
import type { Request, Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import { z } from 'zod';
import type { DeliveryService } from './service/DeliveryService';

export interface RouterOptions {
  httpAuth: HttpAuthService;
  service: DeliveryService;
}

const owners = z
  .union([z.string(), z.array(z.string())])
  .transform(value => [value].flat())
  .optional();
const limit = z.coerce.number().int().min(1).max(200).default(20);

function parse<T>(schema: z.ZodType<T>, name: string, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success) {
    throw new InputError(
      `The query parameter ${name} is malformed: ${result.error.issues[0].message}`,
    );
  }
  return result.data;
}

export function createRouter({ httpAuth, service }: RouterOptions): Router {
  const router = createPromiseRouter();
  const caller = async (request: Request) => ({
    credentials: await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    }),
  });

  router.get(
    '/v1/entities/:kind/:namespace/:name/strip',
    async (request, response) => {
      const options = await caller(request);
      const entityRef = parseEntityParams(request.params);
      response.json(await service.getStrip(entityRef, options));
    },
  );

  router.get('/v1/services', async (request, response) => {
    const options = await caller(request);
    const ownedBy = parse(owners, 'ownedBy', request.query.ownedBy);
    response.json(await service.listServices({ ownedBy }, options));
  });

  router.get('/v1/activity', async (request, response) => {
    const options = await caller(request);
    const filter = { limit: parse(limit, 'limit', request.query.limit) };
    response.json(await service.listActivity(filter, options));
  });

  return router;
}
