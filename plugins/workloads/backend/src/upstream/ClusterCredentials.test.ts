import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import { generate } from 'selfsigned';
import type { ClusterConfig } from '../config';
import { ClusterCredentials } from './ClusterCredentials';
import { KubernetesClient } from './KubernetesClient';
import { PODS } from './resources';

const certificate = generate([{ name: 'commonName', value: 'localhost' }], {
  keySize: 2048,
  algorithm: 'sha256',
  extensions: [
    { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
  ],
});
const caData = Buffer.from(certificate.cert).toString('base64');

describe('ClusterCredentials', () => {
  let server: Server;
  let url: string;
  const seen: (string | undefined)[] = [];

  beforeAll(async () => {
    server = createServer(
      { key: certificate.private, cert: certificate.cert },
      (request, response) => {
        seen.push(request.headers.authorization);
        response.end('{"metadata":{"resourceVersion":"1"},"items":[]}');
      },
    );
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });
  beforeEach(() => {
    seen.length = 0;
  });

  const credentialsOf = (changes: Partial<ClusterConfig>) =>
    new ClusterCredentials(
      {
        name: 'shop',
        url,
        authProvider: 'serviceAccount',
        authMetadata: { serviceAccountToken: 'token-1' },
        skipTLSVerify: false,
        ...changes,
      },
      {
        config: mockServices.rootConfig({
          data: {
            aws: {
              mainAccount: { accessKeyId: 'KEY', secretAccessKey: 'SECRET' },
            },
          },
        }),
        logger: mockServices.logger.mock(),
      },
    );
  const list = async (changes: Partial<ClusterConfig>) => {
    const credentials = credentialsOf(changes);
    const client = new KubernetesClient({
      credentials,
      timeoutMs: 5_000,
      pageSize: 1,
      maxObjects: 1,
      guard: { retries: 0 },
    });
    try {
      return await client.list(PODS, {});
    } finally {
      credentials.close();
    }
  };

  it('trusts the authority of the cluster, and sends its token', async () => {
    expect((await list({ caData })).resourceVersion).toBe('1');
    expect(seen).toEqual(['Bearer token-1']);
  });

  it('trusts nobody else', async () => {
    await expect(list({})).rejects.toMatchObject({ fault: 'unreachable' });
    expect(seen).toEqual([]);
  });

  it('asks no proof where the configuration says so', async () => {
    await list({ skipTLSVerify: true });
    expect(seen).toHaveLength(1);
  });

  it('says that the file of the authority cannot be read', async () => {
    await expect(list({ caFile: '/no/such/file' })).rejects.toMatchObject({
      fault: 'no-credentials',
      message: expect.stringContaining('certificate authority'),
    });
  });

  it('signs in to EKS by the strategy of the stock plugin, and keeps the token a while', async () => {
    const credentials = credentialsOf({
      authProvider: 'aws',
      authMetadata: { 'kubernetes.io/x-k8s-aws-id': 'prod' },
    });
    const { Authorization } = await credentials.headers();
    expect(Authorization).toMatch(/^Bearer k8s-aws-v1\./);
    expect(await credentials.headers()).toEqual({ Authorization });
  });

  it.each(['oidc', 'google', 'aks', 'constructor'])(
    'cannot use %s, which needs a signed-in person',
    async authProvider => {
      await expect(
        credentialsOf({ authProvider, authMetadata: {} }).headers(),
      ).rejects.toMatchObject({
        fault: 'no-credentials',
        message: expect.stringContaining(`auth provider '${authProvider}'`),
      });
    },
  );
});
