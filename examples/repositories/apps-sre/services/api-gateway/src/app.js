import { randomUUID } from 'node:crypto';
import { areaOf } from './areas.js';
import { forward } from './forward.js';
import { Problem } from './http/problem.js';
import { createService } from './http/service.js';
import { customerOf } from './tokens.js';

/** The door: limits, authenticates and forwards what is asked below /api. */
export function createApp({ areas, buckets, secret, log }) {
  return createService({
    log,
    routes: app => {
      // One proxy, the ingress, stands before us: its X-Forwarded-For is believed, what a client wrote before it is not.
      app.set('trust proxy', 1);

      app.all('/api/*path', async (request, response) => {
        const requestId = randomUUID();
        response.set('x-request-id', requestId);

        const customer = customerOf(request.get('authorization'), { secret });
        const wait = buckets.take(customer ?? request.ip);
        if (wait > 0) {
          throw new Problem(429, 'Too many requests', {
            'Retry-After': String(wait),
          });
        }

        const area = areaOf(areas, request.path.slice('/api'.length));
        if (area.needsCustomer(request) && !customer) {
          throw new Problem(401, 'Sign in first', {
            'WWW-Authenticate': 'Bearer',
          });
        }
        request.url = request.url.slice('/api'.length);
        await forward(request, response, {
          url: area.url,
          customer,
          requestId,
        });
      });
    },
  });
}
