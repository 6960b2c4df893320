import {
  Counter,
  Histogram,
  Registry,
  collectDefaultMetrics,
} from 'prom-client';

const PROBES = new Set(['/health', '/ready', '/metrics']);

/** What Prometheus reads: the process, and every request by route, method and status. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const labelNames = ['route', 'method', 'status'];
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests answered.',
    labelNames,
    registers: [registry],
  });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Seconds from a request to the end of its answer.',
    labelNames,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });

  return {
    registry,
    /** A counter of the service's own. */
    counter: (name, help, labels) =>
      new Counter({ name, help, labelNames: labels, registers: [registry] }),
    /** Measures requests by the pattern of their route, so that ids make no series of their own. */
    middleware(request, response, next) {
      const startedAt = performance.now();
      response.once('close', () => {
        const route = request.route?.path ?? 'unmatched';
        if (PROBES.has(route)) return;
        const labels = {
          route,
          method: request.method,
          status: response.statusCode,
        };
        requests.inc(labels);
        durations.observe(labels, (performance.now() - startedAt) / 1000);
      });
      next();
    },
  };
}
