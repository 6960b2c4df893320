import type { RequestHandler } from 'express';
import { ArgoError, sendError } from './ArgoError';

/** The token of the portal's account. */
export const ARGOCD_TOKEN = 'shopstack-argocd-token';

/** What anybody may ask, with less in the answer than for those who are known. */
const open = /^\/api\/(?:version|v1\/session\/userinfo|v1\/settings)$/;

/** Whether the request carries the token, in the header or in the cookie that the web interface uses. */
export function isKnown(headers: {
  authorization?: string;
  cookie?: string;
}): boolean {
  return (
    headers.authorization === `Bearer ${ARGOCD_TOKEN}` ||
    (headers.cookie ?? '')
      .split(/;\s*/)
      .includes(`argocd.token=${ARGOCD_TOKEN}`)
  );
}

/** Lets requests with the token through. */
export const authenticate: RequestHandler = (request, response, next) => {
  const path = `${request.baseUrl}${request.path}`;
  if (open.test(path) || isKnown(request.headers)) {
    next();
    return;
  }
  const message =
    request.headers.authorization || request.headers.cookie
      ? 'invalid session: token signature is invalid: signature is invalid'
      : 'no session information';
  sendError(response, new ArgoError(16, message));
};
