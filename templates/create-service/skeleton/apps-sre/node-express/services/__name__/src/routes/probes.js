import { Router } from 'express';

/** What Kubernetes and Prometheus ask of every service. */
export function probes({ lifecycle, metrics }) {
  const router = Router();

  router.get('/health', (_request, response) => {
    response.json({ status: 'ok' });
  });

  router.get('/ready', (_request, response) => {
    response
      .status(lifecycle.status === 'ok' ? 200 : 503)
      .json({ status: lifecycle.status });
  });

  router.get('/metrics', async (_request, response) => {
    response.type(metrics.registry.contentType);
    response.send(await metrics.registry.metrics());
  });

  return router;
}
