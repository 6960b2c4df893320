import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import {
  type Certificates,
  makeCertificates,
  readPair,
} from './__testUtils__/makeCertificates';
import { readSloConfig } from './config';

const read = (slo: object) =>
  readSloConfig(new ConfigReader({ slo: slo as never }));
const readOne = (instance: object) =>
  read({ instances: [{ name: 'main', url: 'https://p.example', ...instance }] })
    .instances[0];

describe('readSloConfig', () => {
  it('has defaults for all but the instances', () => {
    expect(readSloConfig(new ConfigReader({}))).toEqual({
      maxAgeSeconds: 30,
      timeoutMs: 10_000,
      concurrency: 8,
      instances: [],
      latencyHistogram: 'http_request_duration_seconds',
      grafanaUrl: undefined,
    });
  });

  it('reads instances with their Alertmanagers', () => {
    const config = read({
      maxAgeSeconds: 60,
      timeoutSeconds: 2.5,
      concurrency: 2,
      latencyHistogram: 'x_seconds_bucket',
      grafanaUrl: 'https://g.example/d/x?var-id={{ id }}',
      instances: [
        {
          name: 'main',
          url: 'https://p.example/prometheus/',
          externalUrl: 'https://people.example/',
          authentication: { type: 'bearer', token: 'the-token\n' },
          headers: { 'X-Scope-OrgID': 'shop' },
          alertmanager: {
            url: 'http://a.example',
            authentication: { type: 'basic', username: 'u', password: 'p' },
          },
        },
        {
          name: 'amp',
          url: 'https://aps-workspaces.eu-central-1.amazonaws.com/workspaces/ws-1',
          authentication: {
            type: 'sigv4',
            region: 'eu-central-1',
            accountId: '123456789012',
            roleArn: 'arn:aws:iam::123456789012:role/path/portal',
          },
        },
      ],
    });
    expect(config).toMatchObject({
      maxAgeSeconds: 60,
      timeoutMs: 2500,
      concurrency: 2,
      latencyHistogram: 'x_seconds',
      grafanaUrl: 'https://g.example/d/x?var-id={{ id }}',
    });
    expect(config.instances).toEqual([
      {
        name: 'main',
        url: 'https://p.example/prometheus',
        externalUrl: 'https://people.example',
        authentication: { type: 'bearer', token: 'the-token' },
        headers: { 'X-Scope-OrgID': 'shop' },
        alertmanager: {
          url: 'http://a.example',
          externalUrl: 'http://a.example',
          authentication: { type: 'basic', username: 'u', password: 'p' },
          headers: {},
        },
      },
      {
        name: 'amp',
        url: 'https://aps-workspaces.eu-central-1.amazonaws.com/workspaces/ws-1',
        externalUrl:
          'https://aps-workspaces.eu-central-1.amazonaws.com/workspaces/ws-1',
        authentication: {
          type: 'sigv4',
          region: 'eu-central-1',
          service: 'aps',
          accountId: '123456789012',
          roleArn: 'arn:aws:iam::123456789012:role/path/portal',
        },
        headers: {},
      },
    ]);
  });

  it.each<[string, object]>([
    ['slo.maxAgeSeconds', { maxAgeSeconds: 0 }],
    ['slo.timeoutSeconds', { timeoutSeconds: -1 }],
    ['slo.concurrency', { concurrency: 0 }],
    ['slo.latencyHistogram', { latencyHistogram: 'a-b' }],
    ['slo.grafanaUrl', { grafanaUrl: 'ftp://g' }],
    ['slo.grafanaUrl', { grafanaUrl: 'https://{{service}}.example' }],
    ['slo.grafanaUrl', { grafanaUrl: 'https://u:secret@g.example' }],
    ['slo.grafanaUrl', { grafanaUrl: 'https://g.example/{{team}}' }],
    ['slo.grafanaUrl', { grafanaUrl: 'https://g.example/{{service' }],
  ])('refuses %s when it is %j', (key, slo) => {
    expect(() => read(slo)).toThrow(key);
    expect(() => read(slo)).not.toThrow('secret');
  });

  it.each<[string, object]>([
    ['.name', { name: '' }],
    ['.name', { name: 'a/b' }],
    ['.url', { url: 'ws://p.example' }],
    ['.url', { url: 'p.example' }],
    ['.url', { url: 'https://u:secret@p.example' }],
    ['.url', { url: 'https://p.example/?x=1' }],
    ['.url', { url: 'https://p.example/#x' }],
    ['.externalUrl', { externalUrl: 'data:secret' }],
    ['.authentication.type', { authentication: {} }],
    ['.authentication.type', { authentication: { type: 'oauth' } }],
    ['.authentication.token', { authentication: { type: 'bearer' } }],
    [
      '.authentication.token',
      { authentication: { type: 'bearer', token: 'secret\u0000secret' } },
    ],
    [
      '.authentication.password',
      { authentication: { type: 'basic', username: 'u' } },
    ],
    [
      '.authentication.username',
      { authentication: { type: 'basic', password: 'secret' } },
    ],
    [
      '.authentication.username',
      {
        authentication: { type: 'basic', username: 'a:b', password: 'secret' },
      },
    ],
    ['.authentication.region', { authentication: { type: 'sigv4' } }],
    [
      '.authentication.region',
      { authentication: { type: 'sigv4', region: 'Frankfurt' } },
    ],
    [
      '.authentication.accountId',
      {
        authentication: {
          type: 'sigv4',
          region: 'eu-central-1',
          accountId: '12',
        },
      },
    ],
    [
      '.authentication.roleArn',
      {
        authentication: {
          type: 'sigv4',
          region: 'eu-central-1',
          roleArn: 'arn:aws:iam::123456789012:user/x',
        },
      },
    ],
    [
      '.authentication.roleArn',
      {
        authentication: {
          type: 'sigv4',
          region: 'eu-central-1',
          accountId: '999999999999',
          roleArn: 'arn:aws:iam::123456789012:role/x',
        },
      },
    ],
    ['.headers.Host', { headers: { Host: 'x' } }],
    ['.headers.a b', { headers: { 'a b': 'secret' } }],
    ['.headers.X', { headers: { X: 'secret\nsecret' } }],
    [
      '.authentication',
      {
        headers: { authorization: 'secret' },
        authentication: { type: 'bearer', token: 'secret' },
      },
    ],
    ['.tls', { url: 'http://p.example', tls: { serverName: 'x' } }],
    ['.alertmanager.url', { alertmanager: {} }],
    [
      '.alertmanager.authentication.token',
      {
        alertmanager: {
          url: 'http://a.example',
          authentication: { type: 'bearer' },
        },
      },
    ],
  ])('names instances[0]%s when the instance is %j', (key, instance) => {
    expect(() => readOne(instance)).toThrow(`slo.instances[0]${key}`);
    expect(() => readOne(instance)).not.toThrow('secret');
  });

  it('refuses a name that stands twice', () => {
    const instance = { name: 'main', url: 'http://p.example' };
    expect(() => read({ instances: [instance, instance] })).toThrow(
      "slo.instances[1].name: there is another instance 'main'",
    );
  });

  describe('tls', () => {
    let certificates: Certificates;
    let directory: string;

    beforeAll(() => {
      certificates = makeCertificates();
      directory = mkdtempSync(join(tmpdir(), 'slo-config-'));
      writeFileSync(join(directory, 'odd.pem'), 'secret');
    });
    afterAll(() => {
      certificates.remove();
      rmSync(directory, { recursive: true, force: true });
    });

    it('reads the files', () => {
      const { certificateFile, keyFile } = certificates.client;
      const { tls } = readOne({
        tls: {
          caFile: certificates.caFile,
          certificateFile,
          keyFile,
          serverName: 'metrics.internal',
        },
      });
      expect(tls).toEqual({
        ca: expect.stringContaining('BEGIN CERTIFICATE'),
        ...readPair(certificates.client),
        serverName: 'metrics.internal',
      });
    });

    it.each<[string, string, (files: Certificates) => object]>([
      ['caFile', 'cannot be read (ENOENT)', () => ({ caFile: '/no/where' })],
      [
        'caFile',
        'holds no certificates',
        () => ({ caFile: join(directory, 'odd.pem') }),
      ],
      [
        'certificateFile',
        'only of use together',
        ({ client: { certificateFile } }) => ({ certificateFile }),
      ],
      [
        'certificateFile',
        'holds no certificate',
        ({ client: { keyFile } }) => ({
          certificateFile: join(directory, 'odd.pem'),
          keyFile,
        }),
      ],
      [
        'keyFile',
        'not that of',
        ({ client, server }) => ({
          certificateFile: client.certificateFile,
          keyFile: server.keyFile,
        }),
      ],
    ])('names %s when it %s', (key, reason, tlsOf) => {
      const reading = () => readOne({ tls: tlsOf(certificates) });
      expect(reading).toThrow(`slo.instances[0].tls.${key}`);
      expect(reading).toThrow(reason);
      expect(reading).not.toThrow('secret');
    });
  });
});
