import type { Server } from 'node:http';

/** A route as the running backend serves it. */
export interface MountedRoute {
  plugin: string;
  /** In upper case. */
  method: string;
  /** Below `/api/<plugin>`, with `:name` for parameters. */
  path: string;
}

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
  handle?: { stack?: Layer[] };
  regexp?: RegExp & { fast_slash?: boolean };
}

/**
 * All routes below `/api` of a running backend, read from its Express routers: nothing that is served can be left out.
 *
 * @throws Error when the server is not Express 4, so that the check cannot pass for want of routes.
 */
export function mountedRoutes(server: Server): MountedRoute[] {
  const [app] = server.listeners('request') as {
    _router?: { stack: Layer[] };
  }[];
  if (!app?._router) {
    throw new Error('The routes of this server cannot be read');
  }
  return walk(app._router.stack, '').flatMap(({ method, path }) => {
    const [, plugin, rest] = /^\/api\/([^/]+)(\/.*)?$/.exec(path) ?? [];
    return plugin ? [{ plugin, method, path: rest ?? '/' }] : [];
  });
}

function walk(
  stack: Layer[],
  prefix: string,
): { method: string; path: string }[] {
  return stack.flatMap(layer => {
    if (layer.route) {
      const path = `${prefix}${layer.route.path}`;
      return Object.keys(layer.route.methods).map(method => ({
        method: method.toUpperCase(),
        path,
      }));
    }
    return layer.handle?.stack
      ? walk(layer.handle.stack, `${prefix}${mountPath(layer)}`)
      : [];
  });
}

/** Express keeps the mount path as a regular expression: `^\/api\/ecr\/?(?=\/|$)`. */
function mountPath({ regexp }: Layer): string {
  if (!regexp || regexp.fast_slash) {
    return '';
  }
  const [, path] =
    /^\^((?:\\\/[\w.~-]+)+)\\\/\?\(\?=\\\/\|\$\)$/.exec(regexp.source) ?? [];
  if (path === undefined) {
    throw new Error(`The mount path ${regexp.source} cannot be read`);
  }
  return path.replaceAll('\\/', '/');
}
