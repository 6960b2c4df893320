import { parseAwsArn } from '@shopstack/plugin-kit-node';
import { toEcrImage } from './mapping';
import { imageDetailSchema } from './wire';

const arn = (partition = 'aws', region = 'us-east-1') =>
  parseAwsArn(
    `arn:${partition}:ecr:${region}:123456789012:repository/shopstack-cart`,
    { service: 'ecr', resourceType: 'repository' },
  );
const digest = `sha256:${'a'.repeat(64)}`;
const map = (detail: object, of = arn()) =>
  toEcrImage(imageDetailSchema.parse({ imageDigest: digest, ...detail }), of);

describe('toEcrImage', () => {
  it('tells all that the registry tells', () => {
    expect(
      map({
        registryId: '123456789012',
        imageTags: ['latest', 'b'.repeat(40)],
        imageSizeInBytes: 52_428_800,
        imagePushedAt: new Date('2026-11-20T10:00:00Z'),
        lastRecordedPullTime: new Date('2026-11-20T12:00:00Z'),
        imageManifestMediaType: 'application/vnd.oci.image.manifest.v1+json',
        imageScanStatus: { status: 'COMPLETE', description: 'done' },
        imageScanFindingsSummary: {
          imageScanCompletedAt: new Date('2026-11-20T10:01:00Z'),
          findingSeverityCounts: {
            CRITICAL: 1,
            low: 2,
            NOVEL: 3,
            UNDEFINED: 1,
          },
        },
      }),
    ).toEqual({
      repository: 'shopstack-cart',
      registry: '123456789012.dkr.ecr.us-east-1.amazonaws.com',
      region: 'us-east-1',
      digest,
      tags: ['latest', 'b'.repeat(40)],
      sizeInBytes: 52_428_800,
      pushedAt: '2026-11-20T10:00:00.000Z',
      lastPulledAt: '2026-11-20T12:00:00.000Z',
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      scan: {
        status: 'COMPLETE',
        counts: { CRITICAL: 1, LOW: 2, UNDEFINED: 4 },
        completedAt: '2026-11-20T10:01:00.000Z',
      },
      pullCommand: `docker pull 123456789012.dkr.ecr.us-east-1.amazonaws.com/shopstack-cart@${digest}`,
      consoleUrl: `https://us-east-1.console.aws.amazon.com/ecr/repositories/private/123456789012/shopstack-cart/_/image/${encodeURIComponent(digest)}/details?region=us-east-1`,
    });
  });

  it('does not take an image for clean that nobody scanned', () => {
    expect(map({}).scan).toEqual({ status: 'NOT_READ' });
    expect(map({ imageScanStatus: { status: 'PENDING' } }).scan).toEqual({
      status: 'PENDING',
    });
    expect(map({ imageScanStatus: { status: 'BRAND_NEW' } }).scan.status).toBe(
      'NOT_READ',
    );
    expect(
      map({ imageScanFindingsSummary: { findingSeverityCounts: {} } }).scan,
    ).toEqual({ status: 'COMPLETE', counts: {} });
  });

  it('loses a field of a wrong type and keeps the image', () => {
    expect(
      map({
        imageTags: 'latest',
        imageSizeInBytes: -1,
        imagePushedAt: 'yesterday',
        imageScanStatus: 7,
      }),
    ).toMatchObject({
      digest,
      tags: [],
      sizeInBytes: undefined,
      pushedAt: undefined,
      scan: { status: 'NOT_READ' },
    });
  });

  it('knows the host names of other partitions', () => {
    expect(map({}, arn('aws-cn', 'cn-north-1'))).toMatchObject({
      registry: '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn',
      consoleUrl: expect.stringContaining(
        'https://cn-north-1.console.amazonaws.cn/',
      ),
    });
  });
});
