import type { RequestHandler } from 'express';
import { ArgoError, sendError } from './ArgoError';

/** What anybody may ask, with less in the answer than for those who are known. */
const open =
  /^\/api\/(?:version|v1\/session|v1\/session\/userinfo|v1\/settings)$/;

/** Whether the request carries the token, in the header or in the cookie that the web interface uses. */
export function isKnown(
  token: string,
  headers: { authorization?: string; cookie?: string },
): boolean {
  return (
    headers.authorization === `Bearer ${token}` ||
    (headers.cookie ?? '').split(/;\s*/).includes(`argocd.token=${token}`)
  );
}

/** Lets requests with the token through. */
export function authenticate(token: string): RequestHandler {
  return (request, response, next) => {
    const path = `${request.baseUrl}${request.path}`;
    if (open.test(path) || isKnown(token, request.headers)) {
      next();
      return;
    }
    const message =
      request.headers.authorization || request.headers.cookie
        ? 'invalid session: token signature is invalid: signature is invalid'
        : 'no session information';
    sendError(response, new ArgoError(16, message));
  };
}
