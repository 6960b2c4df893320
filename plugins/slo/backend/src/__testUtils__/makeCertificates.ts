import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CURVE = ['-pkeyopt', 'ec_paramgen_curve:prime256v1'];

/** A certificate and its key, in PEM, in files. */
export interface CertificateFiles {
  certificateFile: string;
  keyFile: string;
}

/** Certificates of a test, made by `openssl`, which every machine that runs the tests has. */
export interface Certificates {
  caFile: string;
  /** For `127.0.0.1`, `localhost` and `metrics.internal`. */
  server: CertificateFiles;
  client: CertificateFiles;
  /** A client's, of another authority. */
  stranger: CertificateFiles;
  /** Removes the files. */
  remove(): void;
}

/** Makes an authority, and what it and another one have signed. */
export function makeCertificates(): Certificates {
  const directory = mkdtempSync(join(tmpdir(), 'slo-certificates-'));
  const path = (name: string) => join(directory, name);
  const authority = (name: string): CertificateFiles => {
    const files = {
      certificateFile: path(`${name}.pem`),
      keyFile: path(`${name}.key`),
    };
    openssl(
      'req',
      '-x509',
      '-newkey',
      'ec',
      ...CURVE,
      '-nodes',
      '-days',
      '2',
      '-subj',
      `/CN=${name}`,
      '-keyout',
      files.keyFile,
      '-out',
      files.certificateFile,
    );
    return files;
  };
  const sign = (
    ca: CertificateFiles,
    name: string,
    extensions: string,
  ): CertificateFiles => {
    const files = {
      certificateFile: path(`${name}.pem`),
      keyFile: path(`${name}.key`),
    };
    const request = path(`${name}.csr`);
    const extensionFile = path(`${name}.ext`);
    writeFileSync(extensionFile, extensions);
    openssl(
      'req',
      '-newkey',
      'ec',
      ...CURVE,
      '-nodes',
      '-subj',
      `/CN=${name}`,
      '-keyout',
      files.keyFile,
      '-out',
      request,
    );
    openssl(
      'x509',
      '-req',
      '-days',
      '2',
      '-in',
      request,
      '-CA',
      ca.certificateFile,
      '-CAkey',
      ca.keyFile,
      '-CAcreateserial',
      '-extfile',
      extensionFile,
      '-out',
      files.certificateFile,
    );
    return files;
  };
  const ca = authority('authority');
  return {
    caFile: ca.certificateFile,
    server: sign(
      ca,
      'server',
      'subjectAltName=IP:127.0.0.1,DNS:localhost,DNS:metrics.internal\n',
    ),
    client: sign(ca, 'portal', 'extendedKeyUsage=clientAuth\n'),
    stranger: sign(
      authority('other'),
      'stranger',
      'extendedKeyUsage=clientAuth\n',
    ),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** The contents of the files, as the configuration holds them. */
export function readPair({ certificateFile, keyFile }: CertificateFiles) {
  return {
    certificate: readFileSync(certificateFile, 'utf8'),
    key: readFileSync(keyFile, 'utf8'),
  };
}

function openssl(...options: string[]): void {
  execFileSync('openssl', options, { stdio: ['ignore', 'ignore', 'pipe'] });
}
