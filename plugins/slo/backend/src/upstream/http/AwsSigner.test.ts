import { createHash, createHmac } from 'node:crypto';
import { ConfigReader } from '@backstage/config';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import { HttpStub } from '@shopstack/plugin-kit-node/testUtils';
import type { Authentication } from '../../config';
import { PrometheusClient } from '../PrometheusClient';
import { awsCredentials } from './awsCredentials';
import { AwsSigner } from './AwsSigner';

const ACCESS_KEY = 'AKIDEXAMPLE';
const SECRET_KEY = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';

const sha256 = (text: string) =>
  createHash('sha256').update(text, 'utf8').digest('hex');
const hmac = (key: string | Buffer, text: string) =>
  createHmac('sha256', key).update(text, 'utf8').digest();
const rfc3986 = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    found => `%${found.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * The Authorization header of Signature Version 4, written after AWS's description ("Create a signed AWS API request")
 * and not after the library.
 */
function expectedAuthorization(request: {
  method: string;
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}): string {
  const { headers } = request;
  const url = new URL(request.path, 'http://x');
  const signed = /SignedHeaders=([^,]+)/
    .exec(String(headers.authorization))![1]
    .split(';');
  const canonical = [
    request.method,
    url.pathname.split('/').map(rfc3986).join('/'),
    [...url.searchParams]
      .map(([key, value]) => `${rfc3986(key)}=${rfc3986(value)}`)
      .sort()
      .join('&'),
    ...signed.map(name => `${name}:${String(headers[name]).trim()}`),
    '',
    signed.join(';'),
    sha256(request.body),
  ].join('\n');
  const time = String(headers['x-amz-date']);
  const scope = `${time.slice(0, 8)}/eu-central-1/aps/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join(
    '\n',
  );
  const key = scope
    .split('/')
    .reduce<string | Buffer>(hmac, `AWS4${SECRET_KEY}`);
  const signature = hmac(key, toSign).toString('hex');
  return `AWS4-HMAC-SHA256 Credential=${ACCESS_KEY}/${scope}, SignedHeaders=${signed.join(';')}, Signature=${signature}`;
}

const sigv4: Extract<Authentication, { type: 'sigv4' }> = {
  type: 'sigv4',
  region: 'eu-central-1',
  service: 'aps',
  accountId: '123456789012',
};

describe('AWS Signature Version 4', () => {
  let stub: HttpStub;
  let clients: PrometheusClient[] = [];

  const client = (aws: Record<string, unknown> | undefined) => {
    const url = `${stub.url}/workspaces/ws-1`;
    const root = new ConfigReader(aws ? { aws: aws as never } : {});
    const made = new PrometheusClient({
      instance: {
        name: 'amp',
        url,
        externalUrl: url,
        authentication: sigv4,
        headers: { 'X-Trace': 'not signed' },
      },
      timeoutMs: 20_000,
      concurrency: 4,
      aws: awsCredentials(root, sigv4),
      guard: { backoffMs: 1 },
    });
    clients.push(made);
    return made;
  };
  const accounts = [
    {
      accountId: '123456789012',
      accessKeyId: ACCESS_KEY,
      secretAccessKey: SECRET_KEY,
    },
  ];
  const scalar = {
    body: {
      status: 'success',
      data: { resultType: 'scalar', result: [1, '2'] },
    },
  };

  beforeAll(async () => {
    stub = await HttpStub.start();
  });
  beforeEach(() => stub.reset());
  afterEach(() => {
    clients.forEach(made => made.close());
    clients = [];
  });
  afterAll(() => stub.close());

  it('signs forms and addresses so that the signature can be computed again', async () => {
    stub.reply = ({ method, path }) =>
      method === 'POST' && !path.endsWith('query_range')
        ? { status: 405 }
        : scalar;
    await client({ accounts }).query(
      `sum(rate(x{a=~"b&c/d+e '(ü)!*"}[5m])) by (le)`,
      { time: 3 },
    );

    expect(stub.requests.map(({ method }) => method)).toEqual(['POST', 'GET']);
    for (const request of stub.requests) {
      expect(request.headers.authorization).toBe(
        expectedAuthorization(request),
      );
      expect(request.headers['x-amz-content-sha256']).toBe(
        sha256(request.body),
      );
      expect(request.headers['x-trace']).toBe('not signed');
    }
    expect(stub.requests[0].headers.authorization).toContain(
      'SignedHeaders=content-type;host;x-amz-content-sha256;x-amz-date,',
    );
  });

  it('says when AWS gives no credentials for the account, and shows none', async () => {
    const failure = client({
      mainAccount: { accessKeyId: ACCESS_KEY, secretAccessKey: SECRET_KEY },
      accounts: [{ ...accounts[0], accountId: '999999999999' }],
    }).query('x');
    await expect(failure).rejects.toMatchObject({ fault: 'no-credentials' });
    await expect(failure).rejects.not.toThrow(SECRET_KEY);
    expect(stub.requests).toEqual([]);
  });

  describe('keeps credentials', () => {
    const request = {
      method: 'GET' as const,
      url: new URL('http://x/'),
      headers: { Host: 'x' },
    };
    const signer = (
      give: () => Promise<{ expiration?: Date }>,
      clock: { now: number },
    ) =>
      new AwsSigner({
        upstream: 'Prometheus',
        authentication: sigv4,
        timeoutMs: 1_000,
        now: () => clock.now,
        aws: () =>
          ({
            getCredentialProvider: async () => ({
              sdkCredentialProvider: async () => ({
                accessKeyId: ACCESS_KEY,
                secretAccessKey: SECRET_KEY,
                sessionToken: 'session',
                ...(await give()),
              }),
            }),
          }) as AwsCredentialsManager,
      });

    it('until a minute before they end, for all who ask at once', async () => {
      const clock = { now: 0 };
      const give = jest.fn(async () => ({
        expiration: new Date(clock.now + 3_600_000),
      }));
      const made = signer(give, clock);
      const [headers] = await Promise.all([
        made.headersFor(request),
        made.headersFor(request),
      ]);
      expect(headers['x-amz-security-token']).toBe('session');
      clock.now = 3_539_000;
      await made.headersFor(request);
      expect(give).toHaveBeenCalledTimes(1);
      clock.now = 3_541_000;
      await made.headersFor(request);
      expect(give).toHaveBeenCalledTimes(2);
    });

    it('five minutes when they do not say when they end, and not when they were refused', async () => {
      const clock = { now: 0 };
      const give = jest.fn(async () => ({}));
      const made = signer(give, clock);
      await made.headersFor(request);
      clock.now = 299_000;
      await made.headersFor(request);
      expect(give).toHaveBeenCalledTimes(1);
      clock.now = 301_000;
      await made.headersFor(request);
      expect(give).toHaveBeenCalledTimes(2);
      made.forget();
      await made.headersFor(request);
      expect(give).toHaveBeenCalledTimes(3);
    });

    it('not when there were none, and not those that never come', async () => {
      const clock = { now: 0 };
      const give = jest
        .fn<Promise<{ expiration?: Date }>, []>()
        .mockRejectedValueOnce(new Error(SECRET_KEY))
        .mockReturnValueOnce(new Promise(() => {}))
        .mockResolvedValue({});
      const made = signer(give, clock);
      await expect(made.headersFor(request)).rejects.toMatchObject({
        fault: 'no-credentials',
        message: expect.not.stringContaining(SECRET_KEY),
      });
      const hanging = made.headersFor(request);
      clock.now = 1_001;
      await expect(made.headersFor(request)).resolves.toHaveProperty(
        'authorization',
      );
      expect(give).toHaveBeenCalledTimes(3);
      expect(await Promise.race([hanging, 'hangs'])).toBe('hangs');
    });
  });
});
