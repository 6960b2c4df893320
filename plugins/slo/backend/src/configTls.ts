import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { TlsOptions } from './config';

/** Reads trust and client certificate of one endpoint from their files; `place` is the key, for errors. */
export function readTls(
  endpoint: Config,
  place: string,
  url: string,
): TlsOptions | undefined {
  const config = endpoint.getOptionalConfig('tls');
  if (!config) {
    return undefined;
  }
  if (!url.startsWith('https:')) {
    throw new InputError(`${place} is only of use with an https address`);
  }
  const read = (key: string) => readPem(config, key, place);
  const tls: TlsOptions = {
    ca: read('caFile'),
    certificate: read('certificateFile'),
    key: read('keyFile'),
    serverName: config.getOptionalString('serverName'),
  };
  if (Boolean(tls.certificate) !== Boolean(tls.key)) {
    throw new InputError(
      `${place}.certificateFile and ${place}.keyFile are only of use together`,
    );
  }
  check(place, tls);
  return tls;
}

function readPem(
  config: Config,
  key: string,
  place: string,
): string | undefined {
  const path = config.getOptionalString(key);
  if (path === undefined) {
    return undefined;
  }
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code = 'unknown' } = error as { code?: string };
    throw new InputError(
      `${place}.${key}: the file '${path}' cannot be read (${code})`,
    );
  }
}

function check(place: string, { ca, certificate, key }: TlsOptions): void {
  const attempt = (work: () => unknown, message: string) => {
    try {
      work();
    } catch {
      // Not what OpenSSL says of a file: that could quote it.
      throw new InputError(`${place}.${message}`);
    }
  };
  if (ca !== undefined) {
    attempt(() => new X509Certificate(ca), 'caFile holds no certificates');
  }
  if (certificate !== undefined) {
    attempt(
      () => new X509Certificate(certificate),
      'certificateFile holds no certificate',
    );
  }
  attempt(
    () => createSecureContext({ cert: certificate, key }),
    'keyFile holds no key, or not that of certificateFile',
  );
}
