import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import {
  parseBody,
  parseEntityParams,
  parseQuery,
} from '@shopstack/plugin-kit-node';
import express, { type Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import { audited } from './audited';
import {
  fleetQuerySchema,
  parseApplicationParams,
  refreshBodySchema,
  syncBodySchema,
} from './requests';
import type { ArgocdService, Caller } from './service/ArgocdService';

/** What the router needs of the service: whether a caller sees applications of no entity is not for a request to say. */
export type RoutedService = Omit<ArgocdService, 'listFleet'> & {
  listFleet(
    query: Parameters<ArgocdService['listFleet']>[0],
    caller: Caller,
  ): ReturnType<ArgocdService['listFleet']>;
};

export interface RouterOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  service: RoutedService;
}

const ENTITY = '/v1/entities/:kind/:namespace/:name';
const APPLICATION = `${ENTITY}/applications/:instance/:appNamespace/:appName`;

export function createRouter(options: RouterOptions): Router {
  const { httpAuth, auditor, service } = options;
  const router = createPromiseRouter();
  router.use(express.json());

  router.get(`${ENTITY}/applications`, async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const entityRef = parseEntityParams(request.params);
    response.json(await service.listApplications(entityRef, { credentials }));
  });

  router.get('/v1/applications', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const query = parseQuery(fleetQuerySchema, request.query);
    response.json(await service.listFleet(query, { credentials }));
  });

  router.post(`${APPLICATION}/refresh`, async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const entityRef = parseEntityParams(request.params);
    const id = parseApplicationParams(request.params);
    const { hard } = parseBody(refreshBodySchema, request.body ?? {});
    await audited(
      auditor,
      {
        action: 'refresh',
        request,
        entityRef,
        application: id,
        options: { hard },
      },
      () => service.refresh(entityRef, { ...id, hard }, { credentials }),
    );
    response.json({});
  });

  router.post(`${APPLICATION}/sync`, async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const entityRef = parseEntityParams(request.params);
    const id = parseApplicationParams(request.params);
    const { prune } = parseBody(syncBodySchema, request.body ?? {});
    await audited(
      auditor,
      {
        action: 'sync',
        request,
        entityRef,
        application: id,
        options: { prune },
      },
      () => service.sync(entityRef, { ...id, prune }, { credentials }),
    );
    response.json({});
  });

  return router;
}
