import { Router } from 'express';

/** Says which build answers: the first thing to ask in an incident. */
export function info({ config }) {
  const router = Router();

  router.get('/v1/info', (_request, response) => {
    response.json({
      service: '<$ name $>',
      version: config.version,
      environment: config.environment,
    });
  });

  return router;
}
