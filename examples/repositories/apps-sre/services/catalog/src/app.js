import { slugsBelow, tree } from './categories.js';
import { Problem } from './http/problem.js';
import { createService } from './http/service.js';
import { search } from './search.js';

/** Browsing and search over HTTP, as openapi.yaml describes them. */
export function createApp({ assortment, log }) {
  return createService({
    log,
    routes: app => {
      app.get('/categories', (_request, response) => {
        response.json(tree);
      });
      app.get('/categories/:slug/products', (request, response) => {
        const slugs = slugsBelow(request.params.slug);
        if (!slugs) throw new Problem(404, 'There is no such category');
        const listed = assortment
          .listings()
          .filter(({ category }) => slugs.includes(category));
        response.json(listed);
      });
      app.get('/search', (request, response) => {
        const query = request.query.q;
        if (typeof query !== 'string' || query.trim().length < 2) {
          throw new Problem(400, 'q needs at least two letters');
        }
        response.json(search(assortment.listings(), query));
      });
    },
  });
}
