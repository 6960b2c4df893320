import { parseAwsArn } from '@shopstack/plugin-kit-node';
import { HttpStub } from '@shopstack/plugin-kit-node/testUtils';
import { EcrClient } from './EcrClient';

const arn = parseAwsArn(
  'arn:aws:ecr:us-east-1:123456789012:repository/shopstack-cart',
  { service: 'ecr', resourceType: 'repository' },
);
const detail = (number: number) => ({
  imageDigest: `sha256:${number.toString(16).padStart(64, '0')}`,
  imagePushedAt: 1_790_000_000 + number,
});

describe('EcrClient', () => {
  let stub: HttpStub;
  const client = (timeoutMs = 20_000) =>
    new EcrClient({
      credentials: {
        getCredentialProvider: async () => ({
          sdkCredentialProvider: async () => ({
            accessKeyId: 'key',
            secretAccessKey: 'secret',
          }),
        }),
      },
      endpoint: stub.url,
      timeoutMs,
      concurrency: 2,
    });

  beforeAll(async () => {
    stub = await HttpStub.start();
  });
  beforeEach(() => stub.reset());
  afterAll(() => stub.close());

  it('walks all pages, a thousand images at a time', async () => {
    stub.reply = ({ body }) => {
      const { nextToken } = JSON.parse(body);
      const first = Number(nextToken ?? 0);
      const imageDetails = Array.from({ length: 1000 }, (_, i) =>
        detail(first + i),
      );
      return {
        body: {
          imageDetails:
            first < 2000 ? imageDetails : imageDetails.slice(0, 500),
          ...(first < 2000 && { nextToken: String(first + 1000) }),
        },
      };
    };

    const images = await client().listImages(arn);

    expect(images).toHaveLength(2500);
    expect(new Set(images.map(image => image.digest)).size).toBe(2500);
    expect(stub.requests).toHaveLength(3);
    expect(stub.requests[0].headers).toMatchObject({
      'x-amz-target': 'AmazonEC2ContainerRegistry_V20150921.DescribeImages',
      authorization: expect.stringContaining('/us-east-1/ecr/aws4_request'),
    });
    expect(JSON.parse(stub.requests[0].body)).toEqual({
      registryId: '123456789012',
      repositoryName: 'shopstack-cart',
      maxResults: 1000,
    });
  });

  it('leaves out rows without a digest and keeps the others', async () => {
    stub.reply = () => ({
      body: { imageDetails: [{ imageTags: ['x'] }, detail(1), null] },
    });
    await expect(client().listImages(arn)).resolves.toHaveLength(1);
  });

  it('does not page for ever', async () => {
    stub.reply = () => ({ body: { imageDetails: [], nextToken: 'again' } });
    await expect(client().listImages(arn)).rejects.toMatchObject({
      fault: 'malformed',
    });
    expect(stub.requests).toHaveLength(2);
  });

  it.each([
    ['RepositoryNotFoundException', 400, 'not-found', 1],
    ['UnrecognizedClientException', 400, 'credentials-refused', 1],
    ['AccessDeniedException', 400, 'forbidden', 1],
    ['ThrottlingException', 400, 'throttled', 3],
    ['ServerException', 500, 'failed', 3],
  ])('translates %s', async (type, status, fault, calls) => {
    stub.reply = () => ({
      status,
      headers: { 'x-amzn-errortype': type },
      body: { __type: type, message: 'arn:aws:iam::1:user/secret' },
    });
    const failure = client().listImages(arn);
    await expect(failure).rejects.toMatchObject({ fault });
    await expect(failure).rejects.not.toThrow('secret');
    expect(stub.requests).toHaveLength(calls);
  });

  it('asks again after a throttle', async () => {
    stub.reply = () =>
      stub.requests.length === 1
        ? {
            status: 400,
            body: { __type: 'ThrottlingException', message: 'Rate exceeded' },
          }
        : { body: { imageDetails: [detail(1)] } };
    await expect(client().listImages(arn)).resolves.toHaveLength(1);
  });

  it.each([
    ['hang', 'timed-out'],
    ['cut', 'unreachable'],
  ] as const)('ends when the connection is a %s', async (reply, fault) => {
    stub.reply = () => reply;
    const it = client(reply === 'hang' ? 300 : undefined);
    await expect(it.listImages(arn)).rejects.toMatchObject({ fault });
  });

  it.each([['<html>not JSON</html>'], [{}], [{ imageDetails: 'none' }]])(
    'does not take %j for an empty repository',
    async body => {
      stub.reply = () => ({ body });
      await expect(client().listImages(arn)).rejects.toMatchObject({
        fault: 'malformed',
      });
    },
  );

  it('says when the portal has no credentials for the account', async () => {
    const without = new EcrClient({
      credentials: {
        getCredentialProvider: async () => {
          throw new Error('There is no AWS integration that matches');
        },
      },
      endpoint: stub.url,
      timeoutMs: 500,
      concurrency: 1,
    });
    await expect(without.listImages(arn)).rejects.toMatchObject({
      fault: 'no-credentials',
      message: 'The portal has no credentials for Amazon ECR in this account',
    });
    expect(stub.requests).toHaveLength(0);
  });
});
