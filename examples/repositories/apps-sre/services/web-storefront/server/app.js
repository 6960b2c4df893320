import { forward } from './forward.js';
import { createService } from './http/service.js';
import { servePages } from './pages.js';

/** The shop's pages, and its API below /api, which the gateway answers. */
export function createApp({ folder, gateway, log }) {
  return createService({
    log,
    routes: app => {
      app.all('/api/*path', (request, response) =>
        forward(request, response, { url: gateway, path: request.url }),
      );
      servePages(app, { folder });
    },
  });
}
