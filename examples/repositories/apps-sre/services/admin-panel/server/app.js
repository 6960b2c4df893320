import { forward } from './forward.js';
import { createService } from './http/service.js';
import { servePages } from './pages.js';

/**
 * The pages for staff, and what they read: orders and stock. They ask the services themselves, not the gateway, which
 * knows customers only; the ingress in front lets nobody in but staff.
 */
export function createApp({ folder, orders, inventory, log }) {
  return createService({
    log,
    routes: app => {
      const pass = url => (request, response) =>
        forward(request, response, {
          url,
          path: request.url.slice('/api'.length),
        });
      app.get('/api/orders', pass(orders));
      app.get('/api/stock', pass(inventory));
      servePages(app, { folder });
    },
  });
}
