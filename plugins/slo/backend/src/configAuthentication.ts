import { validateHeaderValue } from 'node:http';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { Authentication } from './config';

/** What Amazon Managed Service for Prometheus calls itself in signatures. */
const DEFAULT_SERVICE = 'aps';

/** Reads how the portal proves who it is; `place` is the key, for errors. Nothing there means no proof. */
export function readAuthentication(
  endpoint: Config,
  place: string,
): Authentication {
  const config = endpoint.getOptionalConfig('authentication');
  if (!config) {
    return { type: 'none' };
  }
  const type = config.getOptionalString('type');
  switch (type) {
    case 'none':
      return { type };
    case 'bearer':
      return { type, token: readToken(config, place) };
    case 'basic':
      return { type, ...readPair(config, place) };
    case 'sigv4':
      return { type, ...readSigning(config, place) };
    default:
      throw new InputError(
        `${place}.type must be one of none, bearer, basic, sigv4${
          type === undefined ? '' : `, not '${type}'`
        }`,
      );
  }
}

function required(config: Config, key: string, place: string): string {
  const value = config.getOptionalString(key);
  if (!value) {
    throw new InputError(`${place}.${key} is missing`);
  }
  return value;
}

function readToken(config: Config, place: string): string {
  // Files of tokens end with a line break.
  const token = required(config, 'token', place).trim();
  try {
    validateHeaderValue('Authorization', token);
  } catch {
    throw new InputError(`${place}.token holds what no header may hold`);
  }
  return token;
}

function readPair(config: Config, place: string) {
  const username = required(config, 'username', place);
  if (username.includes(':')) {
    throw new InputError(`${place}.username may have no ':'`);
  }
  return { username, password: required(config, 'password', place) };
}

function readSigning(config: Config, place: string) {
  const matching = (key: string, form: RegExp) => {
    const value = config.getOptionalString(key);
    if (value !== undefined && !form.test(value)) {
      throw new InputError(`${place}.${key} is none: '${value}'`);
    }
    return value;
  };
  const region = matching('region', /^[a-z]{2}(-[a-z]+)+-\d$/);
  if (!region) {
    throw new InputError(`${place}.region is missing`);
  }
  const accountId = matching('accountId', /^\d{12}$/);
  const roleArn = matching(
    'roleArn',
    /^arn:aws(-[a-z]+)*:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/,
  );
  if (accountId && roleArn && roleArn.split(':')[4] !== accountId) {
    throw new InputError(
      `${place}.roleArn is of another account than ${place}.accountId`,
    );
  }
  return {
    region,
    service: matching('service', /^[a-z0-9-]+$/) ?? DEFAULT_SERVICE,
    accountId,
    roleArn,
  };
}
