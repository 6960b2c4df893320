import type { World } from '../world/types';
import { ACCESS_KEY_ID, arnOf, REGION } from './account';
import { AwsError } from './AwsError';
import type { Caller } from './service';
import type { AwsSession } from './types';

/** `AWS4-HMAC-SHA256 Credential=KEY/20260101/us-east-1/ecr/aws4_request, SignedHeaders=…, Signature=…` */
const AUTHORIZATION =
  /^AWS4-HMAC-SHA256\s+Credential=([^/\s,]+)\/(\d{8})\/([\w-]+)\/([\w-]+)\/aws4_request\s*,\s*SignedHeaders=[\w;-]+\s*,\s*Signature=\w+\s*$/;

/**
 * Checks that a request is signed by a key we gave out and for this service and region. The signature itself is not computed
 * again: what is held honest here is that the client signs, with the credentials of the right account.
 *
 * @throws AwsError as AWS refuses: missing token, incomplete signature, unknown key, wrong scope, expired session
 */
export function authenticate(
  world: Pick<World, 'store' | 'clock'>,
  authorization: string | undefined,
  signingName: string,
): Caller {
  if (!authorization) {
    throw new AwsError(
      'MissingAuthenticationTokenException',
      'Missing Authentication Token',
      403,
    );
  }
  const match = AUTHORIZATION.exec(authorization);
  if (!match) {
    throw new AwsError(
      'IncompleteSignatureException',
      'Authorization header requires AWS4-HMAC-SHA256 with Credential, SignedHeaders and Signature parameters.',
    );
  }
  const [, accessKeyId, , region, service] = match;
  const caller = findCaller(world, accessKeyId);
  if (region !== REGION) {
    throw invalidScope(`a valid region, not '${region}'`);
  }
  if (service !== signingName) {
    throw invalidScope(`correct service: '${signingName}'`);
  }
  return caller;
}

function findCaller(
  world: Pick<World, 'store' | 'clock'>,
  accessKeyId: string,
): Caller {
  if (accessKeyId === ACCESS_KEY_ID) {
    return { arn: arnOf('iam', 'user/shopstack-portal') };
  }
  const session = world.store.get<AwsSession>('aws-session', accessKeyId);
  if (!session) {
    throw new AwsError(
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
    );
  }
  if (Date.parse(session.expiresAt) <= world.clock.now().getTime()) {
    throw new AwsError(
      'ExpiredTokenException',
      'The security token included in the request is expired',
    );
  }
  return { arn: session.assumedRoleArn };
}

function invalidScope(what: string) {
  return new AwsError(
    'InvalidSignatureException',
    `Credential should be scoped to ${what}.`,
  );
}
