import type { Router } from 'express';

/** One route as a router has it, for example `get /v1/entities/:kind/:namespace/:name/images`. */
export interface ListedRoute {
  /** In lower case. */
  method: string;
  /** With `:name` for its parameters. */
  path: string;
}

interface Layer {
  route?: { path: unknown; methods: Record<string, boolean> };
  handle?: { stack?: Layer[] };
  regexp?: RegExp & { fast_slash?: boolean };
}

/**
 * All routes of an Express 4 router, so that a test can hold them to a list.
 *
 * @throws Error for a router mounted under a path or a path that is no text: their routes could not be told.
 */
export function listRoutes(router: Router): ListedRoute[] {
  return (router.stack as Layer[]).flatMap(layer => {
    if (layer.route) {
      const { path, methods } = layer.route;
      if (typeof path !== 'string') {
        throw new Error(`The path ${path} of a route is no text`);
      }
      return Object.keys(methods).map(method => ({ method, path }));
    }
    if (!layer.handle?.stack) {
      return [];
    }
    if (!layer.regexp?.fast_slash) {
      throw new Error('A router mounted under a path cannot be listed');
    }
    return listRoutes(layer.handle as unknown as Router);
  });
}
