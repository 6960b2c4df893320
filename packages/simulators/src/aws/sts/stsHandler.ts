import { randomBytes, randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import type { World } from '../../world/types';
import { ACCOUNT_ID } from '../account';
import { authenticate } from '../authenticate';
import { AwsError } from '../AwsError';
import type { Caller } from '../service';
import type { AwsSession } from '../types';

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

/** Seconds: default and bounds of AssumeRole (API reference). */
const DEFAULT_DURATION = 3_600;
const MIN_DURATION = 900;
const MAX_DURATION = 43_200;

/** AWS STS speaks the query protocol: a form in, XML out. */
export function stsHandler(world: World): RequestHandler {
  return (request, response) => {
    try {
      const caller = authenticate(world, request.headers.authorization, 'sts');
      const form = new URLSearchParams(String(request.body));
      const action = form.get('Action') ?? '';
      const result = run(world, caller, action, form);
      writeXml(response, 200, `${action}Response`, [
        `<${action}Result>${result}</${action}Result>`,
        `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`,
      ]);
    } catch (error) {
      writeStsError(response, error);
    }
  };
}

export function writeStsError(response: Response, error: unknown): void {
  const known = error instanceof AwsError;
  const status = known ? 403 : 500;
  const code = known ? error.code : 'InternalFailure';
  const message = error instanceof Error ? error.message : String(error);
  writeXml(response, status, 'ErrorResponse', [
    `<Error><Type>Sender</Type><Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message></Error>`,
    `<RequestId>${randomUUID()}</RequestId>`,
  ]);
}

function run(
  world: World,
  caller: Caller,
  action: string,
  form: URLSearchParams,
): string {
  switch (action) {
    case 'GetCallerIdentity':
      return [
        `<Arn>${escapeXml(caller.arn)}</Arn>`,
        '<UserId>AIDASIMULATOR</UserId>',
        `<Account>${ACCOUNT_ID}</Account>`,
      ].join('');
    case 'AssumeRole':
      return assumeRole(world, caller, form);
    default:
      throw new AwsError(
        'InvalidAction',
        `Could not find operation ${action} for version 2011-06-15`,
      );
  }
}

function assumeRole(world: World, caller: Caller, form: URLSearchParams) {
  const roleArn = form.get('RoleArn') ?? '';
  const session = form.get('RoleSessionName') ?? '';
  const seconds = Number(form.get('DurationSeconds') ?? DEFAULT_DURATION);
  if (
    !/^[\w+=,.@-]{2,64}$/.test(session) ||
    !(seconds >= MIN_DURATION && seconds <= MAX_DURATION)
  ) {
    throw new AwsError(
      'ValidationError',
      'RoleSessionName or DurationSeconds failed to satisfy its constraint',
    );
  }
  const role =
    /^arn:aws:iam::(\d{12}):role\/(?:[\w+=,.@-]+\/)*([\w+=,.@-]+)$/.exec(
      roleArn,
    );
  if (role?.[1] !== ACCOUNT_ID) {
    throw new AwsError(
      'AccessDenied',
      `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`,
    );
  }
  const accessKeyId = `ASIA${randomBytes(8).toString('hex').toUpperCase()}`;
  const assumedRoleArn = `arn:aws:sts::${ACCOUNT_ID}:assumed-role/${role[2]}/${session}`;
  const expiresAt = new Date(
    world.clock.now().getTime() + seconds * 1000,
  ).toISOString();
  const document: AwsSession = { accessKeyId, assumedRoleArn, expiresAt };
  world.store.put('aws-session', accessKeyId, document);
  return [
    `<AssumedRoleUser><Arn>${escapeXml(assumedRoleArn)}</Arn>`,
    `<AssumedRoleId>AROASIMULATOR:${escapeXml(session)}</AssumedRoleId></AssumedRoleUser>`,
    `<Credentials><AccessKeyId>${accessKeyId}</AccessKeyId>`,
    `<SecretAccessKey>${randomBytes(30).toString('base64')}</SecretAccessKey>`,
    `<SessionToken>${randomBytes(96).toString('base64')}</SessionToken>`,
    `<Expiration>${expiresAt}</Expiration></Credentials>`,
  ].join('');
}

function writeXml(
  response: Response,
  status: number,
  element: string,
  parts: string[],
) {
  response
    .status(status)
    .type('text/xml')
    .send(`<${element} xmlns="${NAMESPACE}">${parts.join('')}</${element}>`);
}

function escapeXml(text: string) {
  return text.replace(/[<>&"']/g, character => `&#${character.charCodeAt(0)};`);
}
