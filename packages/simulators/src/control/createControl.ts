import express, { type ErrorRequestHandler, type Express } from 'express';
import type { z } from 'zod';
import type { World } from '../world/types';
import { type Credentials, controlAnswer } from './answer';
import {
  clockCommand,
  complaint,
  hookCommand,
  paceCommand,
  weatherCommand,
} from './commands';

export interface ControlOptions {
  world: World;
  credentials: Credentials;
  addHook(hook: { url: string; secret: string }): void | Promise<void>;
}

/**
 * The control address: where the simulators are, how fast the world runs, and which faults they show. Bodies are
 * checked: 400 names the field, unknown paths answer 404.
 */
export function createControl(options: ControlOptions): Express {
  const { world, credentials, addHook } = options;
  const app = express();
  app.disable('x-powered-by');
  app.use(express.json({ type: () => true }));

  app.get('/', (_request, response) => {
    response.json(controlAnswer(world, credentials));
  });

  const command = <T>(
    path: string,
    schema: () => z.ZodType<T>,
    run: (body: T) => void | Promise<void>,
  ) =>
    app.post(path, async (request, response, next) => {
      const body = schema().safeParse(request.body);
      if (!body.success) {
        response.status(400).json({ error: complaint(body.error) });
        return;
      }
      try {
        await run(body.data);
        response.json(controlAnswer(world, credentials));
      } catch (error) {
        next(error);
      }
    });

  command(
    '/pace',
    () => paceCommand,
    ({ pace }) => world.clock.setPace(pace),
  );
  command(
    '/clock',
    () => clockCommand,
    ({ now }) => world.clock.setNow(new Date(now)),
  );
  command(
    '/weather',
    () => weatherCommand([...world.addresses.keys()]),
    ({ simulator, ...weather }) => world.weather.set(simulator, weather),
  );
  command('/hooks', () => hookCommand, addHook);

  app.use((request, response) => {
    response
      .status(404)
      .json({ error: `Nothing at ${request.method} ${request.path}` });
  });
  const refuse: ErrorRequestHandler = (error, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = error.statusCode === 400 ? 400 : 500;
    response.status(status).json({ error: String(error.message) });
  };
  app.use(refuse);
  return app;
}
