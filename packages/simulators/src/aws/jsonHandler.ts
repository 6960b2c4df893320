import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import type { World } from '../world/types';
import { authenticate } from './authenticate';
import { AwsError } from './AwsError';
import { codebuildService } from './codebuild/codebuildService';
import { ecrService } from './ecr/ecrService';
import { logsService } from './logs/logsService';
import { secretsService } from './secrets/secretsService';
import type { AwsService } from './service';
import { taggingService } from './tagging/taggingService';

const SERVICES: AwsService[] = [
  ecrService,
  codebuildService,
  logsService,
  secretsService,
  taggingService,
];

/** The AWS JSON 1.1 protocol: one POST to `/`, the service and the operation in `X-Amz-Target`. */
export function jsonHandler(world: World): RequestHandler {
  return async (request, response) => {
    try {
      const target = String(request.headers['x-amz-target'] ?? '');
      const { service, run } = find(target);
      const caller = authenticate(
        world,
        request.headers.authorization,
        service.signingName,
      );
      const input = parse(String(request.body || '{}'));
      const output = await run({ world, caller }, input, service.invalidInput);
      writeJson(response, 200, output);
    } catch (error) {
      writeJsonError(response, error);
      if (!(error instanceof AwsError)) {
        world.log(`aws: ${error instanceof Error ? error.stack : error}`);
      }
    }
  };
}

export function writeJsonError(response: Response, error: unknown): void {
  const known = error instanceof AwsError;
  const code = known ? error.code : 'InternalServerError';
  const message = known ? error.message : 'The simulator failed; see its log.';
  response.setHeader('x-amzn-errortype', code);
  writeJson(response, known ? error.status : 500, { __type: code, message });
}

function find(target: string) {
  const [prefix, name] = target.split('.');
  const service = SERVICES.find(candidate => candidate.target === prefix);
  const run =
    service && Object.hasOwn(service.operations, name)
      ? service.operations[name]
      : undefined;
  if (!service || !run) {
    throw new AwsError(
      'UnknownOperationException',
      `The simulator does not know the operation '${target}'`,
    );
  }
  return { service, run };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new AwsError('SerializationException', 'The body is not JSON');
  }
}

/** Through `json`, so that the weather can empty it; then under the protocol's own content type. */
function writeJson(response: Response, status: number, body: unknown) {
  response.setHeader('x-amzn-requestid', randomUUID());
  response.setHeader('Content-Type', 'application/x-amz-json-1.1');
  response.status(status).json(body);
}
