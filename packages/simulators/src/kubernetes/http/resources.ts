import { Router, type Request, type RequestHandler } from 'express';
import type { Cluster } from '../Cluster';
import {
  apiVersionOf,
  resourceTypes,
  type ResourceType,
} from '../resourceTypes';
import { sendList } from './list';
import { sendLog } from './logs';
import { present } from './present';
import { StatusError } from './status';
import type { Watches } from './Watches';

/** List, get and watch of every kind, and logs; nobody writes through this API but Argo CD, which is part of the cluster. */
export function resourcesRouter(cluster: Cluster, watches: Watches): Router {
  const router = Router({ mergeParams: true });
  const list: RequestHandler = (request, response) => {
    const type = typeOf(cluster, request);
    const { namespace } = request.params;
    if (namespace !== undefined && !type.namespaced) {
      throw notFound();
    }
    if (['1', 'true'].includes(String(request.query.watch))) {
      watches.start(type, request, response, namespace);
    } else {
      sendList(cluster, type, request, response, namespace);
    }
  };
  const get: RequestHandler = (request, response) => {
    response.json(present(find(cluster, request).object));
  };
  const log: RequestHandler = (request, response) => {
    const { type, object } = find(cluster, request);
    if (type.kind !== 'Pod') {
      throw notFound();
    }
    sendLog(cluster, object, request, response);
  };
  router.get('/namespaces/:namespace/:plural/:name/log', log);
  router.get('/namespaces/:namespace/:plural/:name/status', get);
  router.get('/namespaces/:namespace/:plural/:name', get);
  // `/namespaces/shop` is an object, `/namespaces/shop/pods` a list.
  router.get('/namespaces/:namespace/:plural', list);
  router.get('/:plural/:name', get);
  router.get('/:plural', list);
  router.all('*', (request, _response, next) => {
    if (request.method === 'GET') {
      next();
      return;
    }
    const verb =
      { POST: 'create', PUT: 'update', PATCH: 'patch', DELETE: 'delete' }[
        request.method
      ] ?? 'use';
    throw new StatusError(
      403,
      'Forbidden',
      `forbidden: User "system:serviceaccount:portal:portal" cannot ${verb} ${request.path.slice(1)}`,
    );
  });
  return router;
}

function find(cluster: Cluster, request: Request) {
  const type = typeOf(cluster, request);
  const { namespace, name } = request.params;
  const object =
    type.namespaced === (namespace !== undefined)
      ? cluster.get({
          apiVersion: apiVersionOf(type),
          kind: type.kind,
          namespace,
          name,
        })
      : undefined;
  if (!object) {
    const resource = type.group ? `${type.plural}.${type.group}` : type.plural;
    throw new StatusError(404, 'NotFound', `${resource} "${name}" not found`, {
      name,
      ...(type.group && { group: type.group }),
      kind: type.plural,
    });
  }
  return { type, object };
}

function typeOf(cluster: Cluster, request: Request): ResourceType {
  const { group = '', version = 'v1', plural } = request.params;
  const type = resourceTypes(cluster).find(
    candidate =>
      candidate.group === group &&
      candidate.version === version &&
      candidate.plural === plural,
  );
  if (!type) {
    throw notFound();
  }
  return type;
}

function notFound(): StatusError {
  return new StatusError(
    404,
    'NotFound',
    'the server could not find the requested resource',
    {},
  );
}
