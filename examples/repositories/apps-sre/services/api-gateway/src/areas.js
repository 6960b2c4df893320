import { Problem } from './http/problem.js';

/** What the first segment after /api leads to, and who may ask for it. */
export function createAreas(urls) {
  return new Map(
    Object.entries({
      users: {
        url: urls.user,
        needsCustomer: request => request.method !== 'POST',
      },
      sessions: { url: urls.user, needsCustomer: () => false },
      products: {
        url: urls.product,
        needsCustomer: request => request.method !== 'GET',
      },
      categories: { url: urls.catalog, needsCustomer: () => false },
      search: { url: urls.catalog, needsCustomer: () => false },
      carts: { url: urls.cart, needsCustomer: () => false },
      orders: { url: urls.order, needsCustomer: () => true },
      recommendations: {
        url: urls.recommendations,
        needsCustomer: () => false,
      },
    }),
  );
}

/**
 * Finds the area of a path below /api.
 *
 * @throws {Problem} 404 when no service answers it
 */
export function areaOf(areas, path) {
  const name = path.split('/')[1];
  const area = areas.get(name);
  if (!area?.url) throw new Problem(404, `No service answers /api/${name}`);
  return area;
}
