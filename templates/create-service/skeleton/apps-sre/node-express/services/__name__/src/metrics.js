import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/**
 * Rate, errors and duration of requests, by route.
 *
 * The label is the route's pattern, never the path of the request: one series a route, however many ids are asked for.
 */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });

  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests answered, by route, method and status.',
    labelNames: ['route', 'method', 'status'],
    registers: [registry],
  });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer, by route, method and status.',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });

  return {
    registry,
    /** Counts one answered request. */
    observe({ route, method, status, seconds }) {
      const labels = {
        route: route ?? 'unmatched',
        method: METHODS.has(method) ? method : 'OTHER',
        status: String(status),
      };
      requests.inc(labels);
      durations.observe(labels, seconds);
    },
  };
}
