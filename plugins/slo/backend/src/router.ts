import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { parseEntityParams, parseQuery } from '@shopstack/plugin-kit-node';
import type { Request, Router } from 'express';
import createPromiseRouter from 'express-promise-router';
import {
  listQuerySchema,
  parseChartParam,
  parseRangeQuery,
  parseReferenceParams,
} from './requests';
import type { Caller, SloService } from './service/SloService';

/** What the router needs of the service: whether a caller sees objectives of no entity is not for a request to say. */
export type RoutedService = Omit<SloService, 'listAllSlos'> & {
  listAllSlos(
    filter: Parameters<SloService['listAllSlos']>[0],
    caller: Caller,
  ): ReturnType<SloService['listAllSlos']>;
};

export interface RouterOptions {
  httpAuth: HttpAuthService;
  service: RoutedService;
}

const ENTITY = '/v1/entities/:kind/:namespace/:name';
const SLO = `${ENTITY}/slos/:instance/:id`;

export function createRouter({ httpAuth, service }: RouterOptions): Router {
  const router = createPromiseRouter();
  const callerOf = async (request: Request): Promise<Caller> => ({
    credentials: await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    }),
  });

  router.get('/v1/slos', async (request, response) => {
    const caller = await callerOf(request);
    const filter = parseQuery(listQuerySchema, request.query);
    response.json(await service.listAllSlos(filter, caller));
  });

  router.get(`${ENTITY}/slos`, async (request, response) => {
    const caller = await callerOf(request);
    const entityRef = parseEntityParams(request.params);
    response.json(await service.listSlos(entityRef, caller));
  });

  router.get(SLO, async (request, response) => {
    const caller = await callerOf(request);
    const entityRef = parseEntityParams(request.params);
    const reference = parseReferenceParams(request.params);
    response.json(await service.getSlo(entityRef, reference, caller));
  });

  router.get(`${SLO}/charts/:chart`, async (request, response) => {
    const caller = await callerOf(request);
    const entityRef = parseEntityParams(request.params);
    const question = {
      ...parseReferenceParams(request.params),
      chart: parseChartParam(request.params.chart),
      range: parseRangeQuery(request.query),
    };
    response.json(await service.getChart(entityRef, question, caller));
  });

  router.get(`${SLO}/deployments`, async (request, response) => {
    const caller = await callerOf(request);
    const entityRef = parseEntityParams(request.params);
    const question = {
      ...parseReferenceParams(request.params),
      range: parseRangeQuery(request.query),
    };
    response.json(await service.listDeployments(entityRef, question, caller));
  });

  return router;
}
