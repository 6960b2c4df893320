import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Clock } from '../../world/types';

/** GitHub's limit per hour for a token; this forge never counts down. */
export const RATE_LIMIT = 5000;

/** The headers that clients read to slow down, and to name a request. */
export function rateLimitHeaders(clock: Clock): RequestHandler {
  return (_request, response, next) => {
    const reset = Math.floor(clock.now().getTime() / 1000) + 3600;
    response.set({
      'X-RateLimit-Limit': String(RATE_LIMIT),
      'X-RateLimit-Remaining': String(RATE_LIMIT),
      'X-RateLimit-Used': '0',
      'X-RateLimit-Reset': String(reset),
      'X-RateLimit-Resource': 'core',
      'X-GitHub-Request-Id': randomUUID(),
    });
    next();
  };
}
