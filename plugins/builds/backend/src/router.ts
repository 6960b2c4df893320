import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { BuildId } from '@shopstack/plugin-builds-common';
import {
  parseBody,
  parseEntityParams,
  parseQuery,
} from '@shopstack/plugin-kit-node';
import express, { type Request, type Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import { audited } from './audited';
import {
  buildIdSchema,
  buildQuerySchema,
  logQuerySchema,
  retryBodySchema,
  startBodySchema,
  stopBodySchema,
} from './requests';
import type { BuildsService } from './service/BuildsService';

export interface RouterOptions {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  service: BuildsService;
}

const BUILDS = '/v1/entities/:kind/:namespace/:name/builds';
const BUILD = `${BUILDS}/:executor/:id`;

/** Bodies hold a few short fields. */
const LONGEST_BODY = '16kb';

export function createRouter(options: RouterOptions): Router {
  const { auditor, httpAuth, service } = options;
  const router = createPromiseRouter();
  router.use(express.json({ limit: LONGEST_BODY }));

  const reader = async (request: Request) => ({
    credentials: await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    }),
  });
  const person = async (request: Request) => ({
    credentials: await httpAuth.credentials(request, { allow: ['user'] }),
  });

  router.get(BUILDS, async (request, response) => {
    const caller = await reader(request);
    const entityRef = parseEntityParams(request.params);
    const query = parseQuery(buildQuerySchema, request.query);
    response.json(await service.listBuilds(entityRef, query, caller));
  });

  router.get(BUILD, async (request, response) => {
    const caller = await reader(request);
    const { entityRef, build } = parseBuild(request);
    response.json(await service.getBuild(entityRef, build, caller));
  });

  router.get(`${BUILD}/log`, async (request, response) => {
    const caller = await reader(request);
    const { entityRef, build } = parseBuild(request);
    const query = parseQuery(logQuerySchema, request.query);
    response.json(await service.readLog(entityRef, build, query, caller));
  });

  router.get(`${BUILD}/log.txt`, async (request, response) => {
    const caller = await reader(request);
    const { entityRef, build } = parseBuild(request);
    const text = await service.downloadLog(entityRef, build, caller);
    const name = build.id.replace(/[^A-Za-z0-9_-]/g, '-');
    response.setHeader('Content-Type', 'text/plain; charset=utf-8');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader(
      'Content-Disposition',
      `attachment; filename="${name}.log"`,
    );
    // It only fails when the reader goes away: faults of the log are lines of it.
    await pipeline(Readable.from(text), response).catch(() => undefined);
  });

  router.post(BUILDS, async (request, response) => {
    const caller = await person(request);
    const entityRef = parseEntityParams(request.params);
    const body = parseBody(startBodySchema, request.body);
    const { projectKey, sourceVersion } = body;
    response
      .status(201)
      .json(
        await audited(
          { auditor, request, eventId: 'build-start' },
          { ...entityRef, projectKey, sourceVersion },
          () => service.startBuild(entityRef, body, caller),
        ),
      );
  });

  router.post(`${BUILD}/retry`, async (request, response) => {
    const caller = await person(request);
    const { entityRef, build } = parseBuild(request);
    const { idempotencyKey } = parseBody(retryBodySchema, request.body);
    response
      .status(201)
      .json(
        await audited(
          { auditor, request, eventId: 'build-retry' },
          { ...entityRef, ...build },
          () =>
            service.retryBuild(entityRef, { ...build, idempotencyKey }, caller),
        ),
      );
  });

  router.post(`${BUILD}/stop`, async (request, response) => {
    const caller = await person(request);
    const { entityRef, build } = parseBuild(request);
    parseBody(stopBodySchema, request.body ?? {});
    response.json(
      await audited(
        { auditor, request, eventId: 'build-stop' },
        { ...entityRef, ...build },
        () => service.stopBuild(entityRef, build, caller),
      ),
    );
  });

  return router;
}

function parseBuild({ params }: Request): {
  entityRef: CompoundEntityRef;
  build: BuildId;
} {
  return {
    entityRef: parseEntityParams(params),
    build: parseQuery(buildIdSchema, {
      executor: params.executor,
      id: params.id,
    }),
  };
}
