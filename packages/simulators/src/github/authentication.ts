import type { Request, RequestHandler } from 'express';
import { ApiError } from './ApiError';

/** Reads everything, pushes to unprotected branches, opens and merges pull requests. */
export const FORGE_TOKEN = 'shopstack-forge-token';

/** As `FORGE_TOKEN`, and may also push to protected branches: what prepares a forge, never what the portal is given. */
export const FORGE_ADMIN_TOKEN = 'shopstack-forge-admin-token';

/** Who calls. */
export interface Caller {
  login: string;
  admin: boolean;
}

const CALLERS = new Map<string, Caller>([
  [FORGE_TOKEN, { login: 'shopstack-bot', admin: false }],
  [FORGE_ADMIN_TOKEN, { login: 'shopstack-admin', admin: true }],
]);

/** Who acts when a person presses a button on a page, which needs no token. */
export const PERSON: Caller = { login: 'shopstack-maintainer', admin: false };

/** Who merges by auto-merge, and acts for the world. */
export const FORGE_BOT: Caller = { login: 'shopstack-bot', admin: false };

/**
 * The caller named by an Authorization header: `token X`, `Bearer X`, or Basic with the token as the password (or as the
 * user, as git clients may send it).
 */
export function findCaller(header: string | undefined): Caller | undefined {
  const [, scheme, value] = /^(\S+)\s+(\S+)\s*$/.exec(header ?? '') ?? [];
  switch (scheme?.toLowerCase()) {
    case 'token':
    case 'bearer':
      return CALLERS.get(value);
    case 'basic': {
      const pair = Buffer.from(value, 'base64').toString('utf8');
      const colon = pair.indexOf(':');
      return (
        CALLERS.get(pair.slice(colon + 1)) ?? CALLERS.get(pair.slice(0, colon))
      );
    }
    default:
      return undefined;
  }
}

/** The address of the sender's commits; the login can be read back from it. */
export function emailOf(login: string): string {
  return `${login}@users.noreply.shopstack.example`;
}

/** The login behind such an address, or undefined for any other. */
export function loginOf(email: string): string | undefined {
  return /^([\w-]+)@users\.noreply\.shopstack\.example$/.exec(email)?.[1];
}

/** Refuses requests without a good token, as GitHub does. */
export const requireToken: RequestHandler = (request, response, next) => {
  const caller = findCaller(request.headers.authorization);
  if (!caller) {
    next(new ApiError(401, 'Bad credentials'));
    return;
  }
  response.locals.caller = caller;
  next();
};

/** The caller that `requireToken` found. */
export function callerOf(request: Request): Caller {
  return request.res?.locals.caller;
}
