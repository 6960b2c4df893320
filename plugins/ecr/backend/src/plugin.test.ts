import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { HttpStub } from '@shopstack/plugin-kit-node/testUtils';
import request from 'supertest';
import { ecrPlugin } from './plugin';

const component = (name: string, arn?: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    annotations: arn ? { 'aws.amazon.com/amazon-ecr-arn': arn } : undefined,
  },
});
const arnOf = (repository: string) =>
  `arn:aws:ecr:us-east-1:123456789012:repository/${repository}`;
const imagesOf = (name: string) =>
  `/api/ecr/v1/entities/component/default/${name}/images`;

describe('ecr backend', () => {
  let stub: HttpStub;

  const start = async (
    result:
      | AuthorizeResult.ALLOW
      | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
  ) => {
    const { server } = await startTestBackend({
      features: [
        ecrPlugin,
        mockServices.permissions.factory({ result }),
        mockServices.rootConfig.factory({
          data: {
            ecr: { endpoint: stub.url, maxAgeSeconds: 60 },
            aws: {
              accounts: [
                {
                  accountId: '123456789012',
                  accessKeyId: 'key',
                  secretAccessKey: 'secret',
                },
              ],
            },
          },
        }),
        catalogServiceMock.factory({
          entities: [
            component('cart', arnOf('shopstack-cart')),
            component('two', `${arnOf('shopstack-cart')}, ${arnOf('gone')}`),
            component('odd', 'shopstack-cart'),
            component('bare'),
          ],
        }),
      ],
    });
    return server;
  };

  beforeAll(async () => {
    stub = await HttpStub.start();
  });
  beforeEach(() => {
    stub.reset();
    stub.reply = ({ body }) =>
      JSON.parse(body).repositoryName === 'gone'
        ? { status: 400, body: { __type: 'RepositoryNotFoundException' } }
        : {
            body: {
              imageDetails: [1, 3, 2, 4].map(number => ({
                imageDigest: `sha256:${String(number).repeat(64)}`,
                imagePushedAt: 1_790_000_000 + Math.min(number, 3),
                // The index of 3, which is one of its platform images.
                ...(number === 4 && { imageTags: ['latest'] }),
              })),
            },
          };
  });
  afterAll(() => stub.close());

  it('lists the newest image first, and asks once for many views', async () => {
    const server = await start();

    const first = await request(server).get(imagesOf('cart'));
    expect(first.status).toBe(200);
    expect(
      first.body.items.map((image: { digest: string }) => image.digest[7]),
    ).toEqual(['4', '3', '2', '1']);
    expect(first.body.sources).toEqual([
      {
        source: 'amazon-ecr',
        instance: 'shopstack-cart',
        state: 'ok',
        asOf: expect.any(String),
      },
    ]);

    await request(server).get(imagesOf('cart'));
    expect(stub.requests).toHaveLength(1);
  });

  it('shows one repository while the other is not there', async () => {
    const { body } = await request(await start()).get(imagesOf('two'));

    expect(body.items).toHaveLength(4);
    expect(body.sources).toEqual([
      expect.objectContaining({ instance: 'shopstack-cart', state: 'ok' }),
      expect.objectContaining({
        instance: 'gone',
        state: 'unavailable',
        since: expect.any(String),
        reason: 'Amazon ECR does not know it',
      }),
    ]);
  });

  it('answers 200 and says so when Amazon ECR is out', async () => {
    stub.reply = () => ({ status: 403, body: { message: 'secret' } });
    const { status, body } = await request(await start()).get(imagesOf('cart'));

    expect(status).toBe(200);
    expect(body.items).toEqual([]);
    expect(body.sources[0]).toMatchObject({ state: 'unavailable' });
    expect(JSON.stringify(body)).not.toContain('secret');
  });

  it.each([
    ['bare', 400, "has no annotation 'aws.amazon.com/amazon-ecr-arn'"],
    ['odd', 400, "'shopstack-cart' is not an ARN"],
    ['nobody', 404, 'No entity'],
    ['..%2f..', 400, 'malformed'],
  ])('refuses %s with %s', async (name, status, message) => {
    const response = await request(await start()).get(imagesOf(name));
    expect(response.status).toBe(status);
    expect(response.body.error.message).toContain(message);
    expect(stub.requests).toHaveLength(0);
  });

  it('asks nobody for who may not read', async () => {
    const denied = await request(await start(AuthorizeResult.DENY)).get(
      imagesOf('cart'),
    );
    expect(denied.status).toBe(403);

    const anonymous = await request(await start())
      .get(imagesOf('cart'))
      .set('Authorization', mockCredentials.none.header());
    expect(anonymous.status).toBe(401);
    expect(stub.requests).toHaveLength(0);
  });
});
