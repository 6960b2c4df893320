import { parseAwsArn } from '@shopstack/plugin-kit-node';
import {
  awsAnswer,
  awsError,
  HttpStub,
  readAwsRequest,
} from '@shopstack/plugin-kit-node/testUtils';
import { EcrClient } from './EcrClient';

const arn = parseAwsArn(
  'arn:aws:ecr:us-east-1:123456789012:repository/shopstack-cart',
  { service: 'ecr', resourceType: 'repository' },
);
const named = {
  registryId: '123456789012',
  repositoryName: 'shopstack-cart',
};
const digestOf = (number: number) =>
  `sha256:${number.toString(16).padStart(64, '0')}`;
const detail = (number: number) => ({
  imageDigest: digestOf(number),
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
      ratePerSecond: 1_000,
    });
  const inputs = () =>
    stub.requests.map(request => readAwsRequest(request).input);

  beforeAll(async () => {
    stub = await HttpStub.start();
  });
  beforeEach(() => stub.reset());
  afterAll(() => stub.close());

  describe('images', () => {
    it('walks all pages, a thousand images at a time, and answers the newest first', async () => {
      stub.reply = request => {
        const first = Number(readAwsRequest(request).input.nextToken ?? 0);
        const size = first < 2000 ? 1000 : 500;
        return awsAnswer({
          imageDetails: Array.from({ length: size }, (_, i) =>
            detail(first + i),
          ),
          ...(first < 2000 && { nextToken: String(first + 1000) }),
        });
      };

      const images = await client().listImages(arn);

      expect(images).toHaveLength(2500);
      expect(images[0].digest).toBe(digestOf(2499));
      expect(images[2499].digest).toBe(digestOf(0));
      expect(stub.requests).toHaveLength(3);
      expect(stub.requests[0].headers).toMatchObject({
        'x-amz-target': 'AmazonEC2ContainerRegistry_V20150921.DescribeImages',
        authorization: expect.stringContaining('/us-east-1/ecr/aws4_request'),
      });
      expect(inputs()[0]).toEqual({
        ...named,
        maxResults: 1000,
        filter: { imageStatus: 'ANY' },
      });
    });

    it('leaves out rows without a digest and keeps the others', async () => {
      stub.reply = () =>
        awsAnswer({ imageDetails: [{ imageTags: ['x'] }, detail(1), null] });
      await expect(client().listImages(arn)).resolves.toHaveLength(1);
    });

    it('does not page for ever, nor in a circle', async () => {
      stub.reply = () => awsAnswer({ imageDetails: [], nextToken: 'again' });
      await expect(client().listImages(arn)).rejects.toMatchObject({
        fault: 'malformed',
      });
      expect(stub.requests).toHaveLength(2);

      stub.requests.length = 0;
      stub.reply = () =>
        awsAnswer({
          imageDetails: [],
          nextToken: stub.requests.length % 2 ? 'a' : 'b',
        });
      await expect(client().listImages(arn)).rejects.toMatchObject({
        fault: 'malformed',
      });
      expect(stub.requests).toHaveLength(3);
    });
  });

  describe('faults', () => {
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

    it('waits as long as a throttle asks, and asks again', async () => {
      const times: number[] = [];
      stub.reply = () => {
        times.push(performance.now());
        return stub.requests.length === 1
          ? awsError('ThrottlingException', { headers: { 'retry-after': '1' } })
          : awsAnswer({ imageDetails: [detail(1)] });
      };
      await expect(client().listImages(arn)).resolves.toHaveLength(1);
      expect(times[1] - times[0]).toBeGreaterThan(900);
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

    it.each([
      ['readScan', [digestOf(1), 10]],
      ['readManifests', [[digestOf(1)]]],
      ['listReferrers', [digestOf(1)]],
      ['readSigning', [digestOf(1)]],
    ] as const)(
      'does not take an empty answer to %s for none',
      async (name, rest) => {
        stub.reply = () => awsAnswer({});
        await expect(
          (client()[name] as Function)(arn, ...rest),
        ).rejects.toMatchObject({ fault: 'malformed' });
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

  describe('findings', () => {
    const page = (first: number, count: number, nextToken?: string) =>
      awsAnswer({
        imageScanStatus: { status: 'COMPLETE' },
        imageScanFindings: {
          findingSeverityCounts: { HIGH: 250 },
          findings: Array.from({ length: count }, (_, i) => ({
            name: `CVE-${first + i}`,
            severity: 'HIGH',
          })),
        },
        nextToken,
      });

    it('reads all pages', async () => {
      stub.reply = () =>
        stub.requests.length === 1 ? page(0, 200, 'next') : page(200, 50);
      const reading = await client().readScan(arn, digestOf(1), 1_000);
      expect(reading).toMatchObject({ total: 250, truncated: false });
      expect(reading.findings).toHaveLength(250);
      expect(inputs()).toEqual([
        { ...named, imageId: { imageDigest: digestOf(1) }, maxResults: 1_000 },
        {
          ...named,
          imageId: { imageDigest: digestOf(1) },
          maxResults: 1_000,
          nextToken: 'next',
        },
      ]);
    });

    it('stops at what it was asked for, and says so', async () => {
      stub.reply = () => page(0, 100, `after ${stub.requests.length}`);
      const reading = await client().readScan(arn, digestOf(1), 150);
      expect(stub.requests).toHaveLength(2);
      expect(reading).toMatchObject({ total: 250, truncated: true });
      expect(reading.findings).toHaveLength(150);
    });

    it('tells an image without a scan from one that is not there', async () => {
      stub.reply = () => awsError('ScanNotFoundException');
      await expect(
        client().readScan(arn, digestOf(1), 10),
      ).resolves.toMatchObject({ scan: { status: 'FINDINGS_UNAVAILABLE' } });
      expect(stub.requests).toHaveLength(1);

      stub.reply = () => awsError('ImageNotFoundException');
      await expect(
        client().readScan(arn, digestOf(1), 10),
      ).rejects.toMatchObject({ fault: 'not-found' });
    });

    it('does not page for ever', async () => {
      stub.reply = () => page(0, 1, 'again');
      await expect(
        client().readScan(arn, digestOf(1), 1_000),
      ).rejects.toMatchObject({ fault: 'malformed' });
    });
  });

  it('reads manifests, and leaves out the failures', async () => {
    stub.reply = () =>
      awsAnswer({
        images: [
          { imageId: { imageDigest: digestOf(1) }, imageManifest: '{}' },
        ],
        failures: [
          {
            imageId: { imageDigest: digestOf(2) },
            failureCode: 'ImageInaccessible',
          },
        ],
      });
    await expect(
      client().readManifests(arn, [digestOf(1), digestOf(2)]),
    ).resolves.toEqual([{ digest: digestOf(1), children: [] }]);
    expect(inputs()).toEqual([
      {
        ...named,
        imageIds: [{ imageDigest: digestOf(1) }, { imageDigest: digestOf(2) }],
      },
    ]);
  });

  it('reads all referrers, and what signed the image', async () => {
    stub.reply = request => {
      const { operation, input } = readAwsRequest(request);
      if (operation === 'DescribeImageSigningStatus') {
        return awsAnswer({ signingStatuses: [{ status: 'COMPLETE' }] });
      }
      return awsAnswer({
        referrers: [
          {
            digest: digestOf(input.nextToken ? 3 : 2),
            artifactType: 'application/spdx+json',
          },
        ],
        nextToken: input.nextToken ? undefined : 'next',
      });
    };
    const referrers = await client().listReferrers(arn, digestOf(1));
    expect(referrers.map(({ digest, kind }) => [digest, kind])).toEqual([
      [digestOf(2), 'sbom'],
      [digestOf(3), 'sbom'],
    ]);
    expect(inputs()[0]).toEqual({
      ...named,
      subjectId: { imageDigest: digestOf(1) },
      maxResults: 50,
    });
    await expect(client().readSigning(arn, digestOf(1))).resolves.toEqual([
      { status: 'COMPLETE' },
    ]);
  });
});
