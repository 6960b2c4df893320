import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { EndpointConfig } from './config';
import { readAuthentication } from './configAuthentication';
import { readTls } from './configTls';

/** Headers that a request sets itself, in small letters. */
const OWN_HEADERS = new Set([
  'accept',
  'accept-encoding',
  'connection',
  'content-length',
  'content-type',
  'host',
  'transfer-encoding',
]);

/** Reads how one API is asked; `place` is its key, for errors. */
export function readEndpoint(config: Config, place: string): EndpointConfig {
  const url = readAddress(config, 'url', place);
  if (url === undefined) {
    throw new InputError(`${place}.url is missing`);
  }
  const authentication = readAuthentication(config, `${place}.authentication`);
  const headers = readHeaders(config, `${place}.headers`);
  const authorization = Object.keys(headers).some(
    name => name.toLowerCase() === 'authorization',
  );
  if (authorization && authentication.type !== 'none') {
    throw new InputError(
      `${place}.headers and ${place}.authentication both say who the portal is`,
    );
  }
  return {
    url,
    externalUrl: readAddress(config, 'externalUrl', place) ?? url,
    authentication,
    tls: readTls(config, `${place}.tls`, url),
    headers,
  };
}

function readAddress(
  config: Config,
  key: string,
  place: string,
): string | undefined {
  const address = config.getOptionalString(key);
  if (address === undefined) {
    return undefined;
  }
  const parsed = URL.canParse(address) ? new URL(address) : undefined;
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol)) {
    throw new InputError(`${place}.${key} is no http or https address`);
  }
  if (parsed.username || parsed.password) {
    throw new InputError(
      `${place}.${key} holds credentials; they belong to ${place}.authentication`,
    );
  }
  if (/[?#]/.test(address)) {
    throw new InputError(`${place}.${key} may have no '?' and no '#'`);
  }
  return parsed.href.replace(/\/+$/, '');
}

function readHeaders(config: Config, key: string): Record<string, string> {
  // Not read one by one: not every name of a header is a key that a reader takes.
  const given = config.getOptional<Record<string, unknown>>('headers') ?? {};
  const headers = Object.entries(given).map(([name, value]) => {
    if (OWN_HEADERS.has(name.toLowerCase())) {
      throw new InputError(`${key}.${name} is set by the portal itself`);
    }
    try {
      validateHeaderName(name);
      validateHeaderValue(name, value as string);
    } catch {
      throw new InputError(`${key}.${name} is no header of HTTP`);
    }
    return [name, String(value)];
  });
  return Object.fromEntries(headers);
}
