import express, { type Response } from 'express';
import { weatherMiddleware } from '../http/weather';
import type { Simulator, World } from '../world/types';
import { AwsError } from './AwsError';
import { jsonHandler, writeJsonError } from './jsonHandler';
import { stsHandler } from './sts/stsHandler';

const FAULTS = {
  401: [
    'UnrecognizedClientException',
    'The security token included in the request is invalid.',
    400,
  ],
  403: [
    'AccessDeniedException',
    'The caller is not authorized to perform this operation',
    400,
  ],
  404: ['ResourceNotFoundException', 'The resource cannot be found', 400],
  429: ['ThrottlingException', 'Rate exceeded', 400],
  500: ['InternalServerError', 'An internal error occurred', 500],
} as const;

/** One endpoint for all of AWS: ECR, CodeBuild, CloudWatch Logs, Secrets Manager, the tagging API and STS. */
export function createAwsSimulator({ world }: { world: World }): Simulator {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(weatherMiddleware(world, 'aws', writeFault));
  app.use(express.text({ type: () => true, limit: '1mb' }));
  const json = jsonHandler(world);
  const sts = stsHandler(world);
  app.post('/', (request, response, next) => {
    const handler = request.headers['x-amz-target'] ? json : sts;
    handler(request, response, next);
  });
  app.use((_request, response) => {
    const message = 'The simulated AWS answers POST / only';
    writeJsonError(
      response,
      new AwsError('UnknownOperationException', message, 404),
    );
  });
  return { name: 'aws', app };
}

/** AWS refuses with 400 and a name; only the SDK's error name tells the faults apart. */
function writeFault(response: Response, status: keyof typeof FAULTS) {
  const [code, message, wireStatus] = FAULTS[status];
  writeJsonError(response, new AwsError(code, message, wireStatus));
}
