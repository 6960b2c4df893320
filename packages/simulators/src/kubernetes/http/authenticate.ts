import type { RequestHandler } from 'express';
import { sendStatus, StatusError } from './status';

/** The token of the portal's service account. */
export const CLUSTER_TOKEN = 'shopstack-cluster-token';

/** Lets requests with the token through, as the API server does; health is open to all. */
export const authenticate: RequestHandler = (request, response, next) => {
  const open = /^\/(?:healthz|livez|readyz|version)$/.test(request.path);
  if (open || request.headers.authorization === `Bearer ${CLUSTER_TOKEN}`) {
    next();
    return;
  }
  sendStatus(response, new StatusError(401, 'Unauthorized', 'Unauthorized'));
};
