/** Routes that ask about the process itself: not logged, not part of the objectives. */
const PROBES = new Set(['/health', '/ready', '/metrics']);

/** Logs and measures every request when its answer is finished, or when the client went away. */
export function observeRequests({ logger, metrics }) {
  return (request, response, next) => {
    const startedAt = process.hrtime.bigint();
    response.once('close', () => {
      const route = request.route && `${request.baseUrl}${request.route.path}`;
      if (PROBES.has(route)) return;

      const seconds = Number(process.hrtime.bigint() - startedAt) / 1e9;
      // 499 as nginx says it: the client closed the connection before the answer was complete.
      const status = response.writableFinished ? response.statusCode : 499;
      metrics.observe({ route, method: request.method, status, seconds });
      logger.info(
        { method: request.method, route, path: request.path, status, seconds },
        'request',
      );
    });
    next();
  };
}
