import type { Request, RequestHandler, Response } from 'express';
import type { Weather, World } from '../world/types';
import { withoutItems } from './withoutItems';

/** For `slow` without a delay, in milliseconds. */
const DEFAULT_DELAY = 3_000;

/** Seconds that a 429 asks the client to wait. */
const RETRY_AFTER = 1;

/** How many items a page holds while the weather is `paged`. */
export const PAGED_SIZE = 2;

/** Writes a fault the way the upstream writes its errors. */
export type FaultWriter = (
  response: Response,
  status: 401 | 403 | 404 | 429 | 500,
) => void;

const MESSAGES = {
  401: 'Bad credentials',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
};

const writeJsonFault: FaultWriter = (response, status) => {
  response.status(status).json({ message: MESSAGES[status] });
};

/**
 * The faults of one simulator, turned on at the control address. Comes first in its application.
 *
 * `paged` is left to the simulator (see `pageSize`); everything else happens here.
 */
export function weatherMiddleware(
  world: Pick<World, 'weather'>,
  simulator: string,
  writeFault: FaultWriter = writeJsonFault,
): RequestHandler {
  return (request, response, next) => {
    const weather = world.weather.get(simulator);
    if (weather.path && !request.path.startsWith(weather.path)) {
      next();
      return;
    }
    switch (weather.kind) {
      case 'slow':
        delay(request, weather, next);
        return;
      case '401':
      case '403':
      case '404':
      case '429':
      case '500':
        if (weather.kind === '429') {
          response.setHeader('Retry-After', String(RETRY_AFTER));
        }
        writeFault(response, Number(weather.kind) as 401);
        return;
      case 'hang':
        return;
      case 'down':
        request.socket.destroy();
        return;
      case 'cut':
        cutBody(response);
        break;
      case 'empty':
        emptyBody(response);
        break;
      default:
    }
    next();
  };
}

/** The page size to use: what was asked, or very few items while the weather is `paged`. */
export function pageSize(
  world: Pick<World, 'weather'>,
  simulator: string,
  asked: number,
): number {
  const paged = world.weather.get(simulator).kind === 'paged';
  return paged ? Math.min(asked, PAGED_SIZE) : asked;
}

function delay(request: Request, weather: Weather, next: () => void) {
  const timer = setTimeout(next, weather.delay ?? DEFAULT_DELAY);
  request.once('close', () => clearTimeout(timer));
}

/** Sends the headers and the first half of the first piece of the body, then destroys the socket. */
function cutBody(response: Response) {
  const write = response.write.bind(response) as (
    chunk: Buffer,
    callback: () => void,
  ) => boolean;
  const cut = (chunk?: unknown) => {
    const body =
      typeof chunk === 'string' || chunk instanceof Uint8Array
        ? Buffer.from(chunk as string)
        : Buffer.from('{"');
    const half = body.subarray(0, Math.ceil(body.length / 2));
    write(half, () => response.socket?.destroy());
    return response;
  };
  response.write = cut as unknown as Response['write'];
  response.end = cut as unknown as Response['end'];
}

function emptyBody(response: Response) {
  const json = response.json.bind(response);
  response.json = body => json(withoutItems(body));
}
