import { toRepositoryImage } from './imageMapping';
import { imageDetailSchema } from './wire';

const digest = `sha256:${'a'.repeat(64)}`;
const map = (detail: object) =>
  toRepositoryImage(
    imageDetailSchema.parse({ imageDigest: digest, ...detail }),
  );

describe('toRepositoryImage', () => {
  it('tells all that the registry tells', () => {
    expect(
      map({
        registryId: '123456789012',
        imageTags: ['latest', 'b'.repeat(40)],
        imageSizeInBytes: 52_428_800,
        imagePushedAt: new Date('2026-11-20T10:00:00Z'),
        lastRecordedPullTime: new Date('2026-11-20T12:00:00Z'),
        imageManifestMediaType: 'application/vnd.oci.image.manifest.v1+json',
        imageStatus: 'ACTIVE',
        imageScanStatus: { status: 'COMPLETE', description: 'done' },
        imageScanFindingsSummary: {
          imageScanCompletedAt: new Date('2026-11-20T10:01:00Z'),
          findingSeverityCounts: {
            CRITICAL: 1,
            low: 2,
            NOVEL: 3,
            UNDEFINED: 1,
            HIGH: 0,
            MEDIUM: 'many',
          },
        },
      }),
    ).toEqual({
      digest,
      tags: ['latest', 'b'.repeat(40)],
      kind: 'image',
      sizeInBytes: 52_428_800,
      pushedAt: '2026-11-20T10:00:00.000Z',
      lastPulledAt: '2026-11-20T12:00:00.000Z',
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      scan: {
        status: 'COMPLETE',
        counts: { CRITICAL: 1, LOW: 2, UNDEFINED: 4 },
        completedAt: '2026-11-20T10:01:00.000Z',
      },
    });
  });

  it('does not take an image for clean that nobody scanned', () => {
    expect(map({}).scan).toBeUndefined();
    expect(map({ imageScanStatus: { status: 'PENDING' } }).scan).toEqual({
      status: 'PENDING',
    });
    expect(
      map({ imageScanStatus: { status: 'BRAND_NEW' } }).scan,
    ).toBeUndefined();
    expect(
      map({ imageScanStatus: { status: 'NOT_READ' } }).scan,
    ).toBeUndefined();
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
        imageManifestMediaType: null,
      }),
    ).toEqual({ digest, tags: [], kind: 'image' });
  });

  it.each([
    ['image', {}],
    [
      'image',
      {
        artifactMediaType: 'application/vnd.docker.container.image.v1+json',
        imageTags: [`sha256-${'a'.repeat(64)}.sig`, 'v1'],
      },
    ],
    [
      'index',
      { imageManifestMediaType: 'application/vnd.oci.image.index.v1+json' },
    ],
    [
      'index',
      {
        imageManifestMediaType:
          'application/vnd.docker.distribution.manifest.list.v2+json',
        artifactMediaType: 'application/vnd.oci.image.config.v1+json',
      },
    ],
    ['artifact', { artifactMediaType: 'application/spdx+json' }],
    [
      'artifact',
      { artifactMediaType: 'application/vnd.cncf.helm.config.v1+json' },
    ],
    ['artifact', { subjectManifestDigest: digest }],
    ['artifact', { imageTags: [`sha256-${'a'.repeat(64)}.sbom`] }],
    [
      'artifact',
      {
        imageTags: [`sha256-${'a'.repeat(64)}`],
        imageManifestMediaType: 'application/vnd.oci.image.index.v1+json',
      },
    ],
  ])('knows an %s by %j', (kind, detail) => {
    expect(map(detail).kind).toBe(kind);
  });

  it('marks what lies in the archive', () => {
    expect(map({ imageStatus: 'ARCHIVED' }).archived).toBe(true);
    expect(map({ imageStatus: 'ACTIVE' }).archived).toBeUndefined();
  });
});
