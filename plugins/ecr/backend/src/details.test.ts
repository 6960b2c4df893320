import { awsAnswer, awsError } from '@shopstack/plugin-kit-node/testUtils';
import request from 'supertest';
import { arnOf, digestOf, EcrStub, imageRow } from './__testUtils__/EcrStub';
import { pathOf, startEcr, stored } from './__testUtils__/startEcr';

const INDEX = 'application/vnd.oci.image.index.v1+json';
const REVISION = 'org.opencontainers.image.revision';
const manifestAnswer = (manifests: Record<number, object>) =>
  awsAnswer({
    images: Object.entries(manifests).map(([number, manifest]) => ({
      imageId: { imageDigest: digestOf(Number(number)) },
      imageManifest: JSON.stringify(manifest),
    })),
  });

describe('details of an image', () => {
  let stub: EcrStub;
  const start = () =>
    startEcr({
      aws: stub.url,
      entities: [stored('cart', arnOf('shopstack-cart'))],
    });
  const details = async (
    { server }: Awaited<ReturnType<typeof startEcr>>,
    number = 9,
  ) => {
    const { status, body } = await request(server)
      .get(pathOf('cart', 'image'))
      .query({
        repositoryArn: arnOf('shopstack-cart'),
        digest: digestOf(number),
      });
    expect(status).toBe(200);
    return body;
  };

  beforeAll(async () => {
    stub = await EcrStub.start();
  });
  beforeEach(() => {
    stub.reset();
    const sha = digestOf(9).slice(7);
    stub.repositories.set('shopstack-cart', [
      imageRow(9, { imageManifestMediaType: INDEX }),
      imageRow(10, { imageTags: undefined, imageSizeInBytes: 42 }),
      imageRow(20, { imageTags: [`sha256-${sha}.sig`] }),
      imageRow(21, { imageTags: [`sha256-${sha}.sbom`] }),
      imageRow(22, { imageTags: [`sha256-${digestOf(8).slice(7)}.att`] }),
    ]);
    stub.operations.set('BatchGetImage', () =>
      manifestAnswer({
        9: {
          annotations: { [REVISION]: 'a'.repeat(40) },
          manifests: [
            {
              digest: digestOf(10),
              platform: { os: 'linux', architecture: 'arm64', variant: 'v8' },
            },
            {
              digest: digestOf(11),
              platform: { os: 'unknown', architecture: 'unknown' },
            },
          ],
        },
      }),
    );
    stub.operations.set('ListImageReferrers', () =>
      awsAnswer({
        referrers: [
          {
            digest: digestOf(30),
            artifactType: 'application/vnd.in-toto+json',
            mediaType: 'application/vnd.oci.image.manifest.v1+json',
            size: 7,
          },
          { digest: digestOf(21), artifactType: 'application/spdx+json' },
        ],
      }),
    );
    stub.operations.set('DescribeImageSigningStatus', () =>
      awsAnswer({
        signingStatuses: [
          { signingProfileArn: 'arn:aws:signer:::/x/shop', status: 'COMPLETE' },
        ],
      }),
    );
  });
  afterAll(() => stub.close());

  it('are its platforms, what refers to it, who signed it, and its commit', async () => {
    const started = await start();
    const { items, sources } = await details(started);
    expect(items).toEqual([
      {
        image: expect.objectContaining({ digest: digestOf(9), kind: 'index' }),
        commit: 'a'.repeat(40),
        children: [
          {
            digest: digestOf(10),
            platform: 'linux/arm64/v8',
            sizeInBytes: 42,
          },
          { digest: digestOf(11) },
        ],
        referrers: [
          {
            digest: digestOf(30),
            kind: 'attestation',
            artifactType: 'application/vnd.in-toto+json',
            mediaType: 'application/vnd.oci.image.manifest.v1+json',
            sizeInBytes: 7,
          },
          {
            digest: digestOf(21),
            kind: 'sbom',
            artifactType: 'application/spdx+json',
          },
          {
            digest: digestOf(20),
            kind: 'signature',
            mediaType: 'application/vnd.oci.image.manifest.v1+json',
            sizeInBytes: 1_000_020,
          },
        ],
        signing: [{ status: 'COMPLETE', profile: 'shop' }],
      },
    ]);
    expect(sources.map(({ state }: { state: string }) => state)).toEqual(
      Array(4).fill('ok'),
    );
    stub.forget();
    await details(started);
    expect(stub.asked).toEqual([]);
  });

  it.each([
    ['ListImageReferrers', 'referrers', ['sbom', 'signature']],
    ['DescribeImageSigningStatus', 'signing', []],
    ['BatchGetImage', 'manifest', []],
  ])('stand without %s', async (operation, part, rest) => {
    stub.operations.set(operation, () => awsError('AccessDeniedException'));
    const { items, sources } = await details(await start());
    expect(items).toHaveLength(1);
    expect(sources).toContainEqual(
      expect.objectContaining({
        instance: `shopstack-cart ${part}`,
        state: 'unavailable',
        reason: 'Amazon ECR does not let the portal read this',
      }),
    );
    const kinds = items[0].referrers.map(({ kind }: { kind: string }) => kind);
    expect(kinds.sort()).toEqual(
      part === 'referrers' ? rest.sort() : ['attestation', 'sbom', 'signature'],
    );
    expect(items[0].signing).toHaveLength(part === 'signing' ? 0 : 1);
    expect(items[0].children).toHaveLength(part === 'manifest' ? 0 : 2);
  });

  it('find the commit in an image of the index', async () => {
    stub.operations.set('BatchGetImage', input =>
      input.imageIds[0].imageDigest === digestOf(9)
        ? manifestAnswer({
            9: {
              manifests: [
                {
                  digest: digestOf(10),
                  platform: { os: 'linux', architecture: 'amd64' },
                },
              ],
            },
          })
        : manifestAnswer({
            10: { annotations: { [REVISION]: 'b'.repeat(40) } },
          }),
    );
    const { items } = await details(await start());
    expect(items[0].commit).toBe('b'.repeat(40));
  });

  it('stand for an image whose manifest the registry does not hand out', async () => {
    stub.operations.set('BatchGetImage', () =>
      awsAnswer({
        images: [],
        failures: [{ failureCode: 'ImageInaccessible' }],
      }),
    );
    const { items } = await details(await start());
    expect(items).toMatchObject([{ children: [], signing: [{}] }]);
  });

  it('are none while nobody knows what the repository lists', async () => {
    stub.operations.set('DescribeImages', () =>
      awsError('AccessDeniedException'),
    );
    const { items, sources } = await details(await start());
    expect(items).toEqual([]);
    expect(sources).toMatchObject([{ state: 'unavailable' }]);
    expect(stub.asked).toEqual(['DescribeImages']);
  });
});
