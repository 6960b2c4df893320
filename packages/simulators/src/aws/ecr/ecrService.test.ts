import {
  BatchGetImageCommand,
  CreateRepositoryCommand,
  DeleteRepositoryCommand,
  DescribeImageScanFindingsCommand,
  DescribeImageSigningStatusCommand,
  DescribeImagesCommand,
  ECRClient,
  ListImageReferrersCommand,
  paginateDescribeImages,
  PutImageCommand,
  PutRegistryScanningConfigurationCommand,
  StartImageScanCommand,
  TagResourceCommand,
} from '@aws-sdk/client-ecr';
import { listen, type Listener } from '../../http/listen';
import { advanceScans } from '../../reactions/images/advanceScans';
import { signImage } from '../../reactions/images/signImage';
import { createTestWorld } from '../../world/createTestWorld';
import { settle } from '../../world/settle';
import type { RegistryImage } from '../../world/types';
import { ACCESS_KEY_ID, arnOf, SECRET_ACCESS_KEY } from '../account';
import { createAwsSimulator } from '../createAwsSimulator';

const OCI = 'application/vnd.oci.image.manifest.v1+json';
const manifest = (seed: string, parts: object = {}) =>
  JSON.stringify({
    schemaVersion: 2,
    mediaType: OCI,
    config: { mediaType: 'application/vnd.oci.image.config.v1+json', size: 7 },
    layers: [{ size: 100 }, { size: 20 }],
    annotations: { seed },
    ...parts,
  });

describe('Amazon ECR as tests fill it', () => {
  const world = createTestWorld();
  let listener: Listener;
  let client: ECRClient;

  beforeAll(async () => {
    world.ticker.register('scans', () => advanceScans(world));
    listener = await listen(createAwsSimulator({ world }).app, 0);
    client = new ECRClient({
      endpoint: listener.url,
      region: 'us-east-1',
      maxAttempts: 1,
      credentials: {
        accessKeyId: ACCESS_KEY_ID,
        secretAccessKey: SECRET_ACCESS_KEY,
      },
    });
  });
  afterAll(async () => {
    await listener.close();
    await world.close();
  });

  const create = (
    repositoryName: string,
    input: Partial<CreateRepositoryCommand['input']> = {},
  ) => client.send(new CreateRepositoryCommand({ repositoryName, ...input }));
  const put = async (
    repositoryName: string,
    imageManifest: string,
    imageTag?: string,
  ) => {
    const { image } = await client.send(
      new PutImageCommand({ repositoryName, imageManifest, imageTag }),
    );
    return image!.imageId!.imageDigest!;
  };
  const describeAll = async (repositoryName: string) => {
    const { imageDetails } = await client.send(
      new DescribeImagesCommand({ repositoryName }),
    );
    return imageDetails!;
  };

  it('takes 2,500 images and lists each once', async () => {
    await create('shopstack-many');
    const digests: string[] = [];
    for (let first = 0; first < 2_500; first += 50) {
      const batch = Array.from({ length: 50 }, (_, index) =>
        put(
          'shopstack-many',
          manifest(`${first + index}`),
          `v${first + index}`,
        ),
      );
      digests.push(...(await Promise.all(batch)));
    }
    const listed: string[] = [];
    for await (const page of paginateDescribeImages(
      { client, pageSize: 1_000 },
      { repositoryName: 'shopstack-many' },
    )) {
      listed.push(...page.imageDetails!.map(detail => detail.imageDigest!));
    }
    expect(new Set(listed).size).toBe(2_500);
    expect(listed.sort()).toEqual(digests.sort());
  });

  it('moves a tag, and does not where tags are immutable', async () => {
    await create('shopstack-moving');
    await put('shopstack-moving', manifest('one'), 'latest');
    const second = await put('shopstack-moving', manifest('two'), 'latest');
    const tagged = (await describeAll('shopstack-moving')).filter(
      detail => detail.imageTags,
    );
    expect(tagged).toEqual([
      expect.objectContaining({
        imageDigest: second,
        imageTags: ['latest'],
        imageSizeInBytes: 127,
      }),
    ]);

    await create('shopstack-fixed', { imageTagMutability: 'IMMUTABLE' });
    await put('shopstack-fixed', manifest('one'), 'v1');
    await expect(
      put('shopstack-fixed', manifest('two'), 'v1'),
    ).rejects.toMatchObject({ name: 'ImageTagAlreadyExistsException' });
    await expect(
      put('shopstack-fixed', manifest('one'), 'v1'),
    ).rejects.toMatchObject({ name: 'ImageAlreadyExistsException' });
  });

  it('takes an index only when its images are there', async () => {
    await create('shopstack-index');
    const index = (digest: string) =>
      JSON.stringify({
        schemaVersion: 2,
        mediaType: 'application/vnd.oci.image.index.v1+json',
        manifests: [{ digest, size: 9 }],
      });
    await expect(
      put('shopstack-index', index('sha256:absent')),
    ).rejects.toMatchObject({ name: 'ReferencedImagesNotFoundException' });
    const child = await put('shopstack-index', manifest('child'));
    const digest = await put('shopstack-index', index(child), 'v1');
    const { images } = await client.send(
      new BatchGetImageCommand({
        repositoryName: 'shopstack-index',
        imageIds: [{ imageDigest: digest }],
      }),
    );
    expect(images?.[0].imageManifest).toBe(index(child));
  });

  it('deletes a repository that is empty, or by force', async () => {
    await create('shopstack-gone');
    await put('shopstack-gone', manifest('one'), 'v1');
    const remove = (force?: boolean) =>
      client.send(
        new DeleteRepositoryCommand({
          repositoryName: 'shopstack-gone',
          force,
        }),
      );
    await expect(remove()).rejects.toMatchObject({
      name: 'RepositoryNotEmptyException',
    });
    await remove(true);
    await expect(describeAll('shopstack-gone')).rejects.toMatchObject({
      name: 'RepositoryNotFoundException',
    });
    await create('shopstack-gone');
    expect(await describeAll('shopstack-gone')).toEqual([]);
    await expect(create('shopstack-gone')).rejects.toMatchObject({
      name: 'RepositoryAlreadyExistsException',
    });
  });

  it('tags a repository', async () => {
    const { repository } = await create('shopstack-tagged', {
      tags: [{ Key: 'a', Value: '1' }],
    });
    await client.send(
      new TagResourceCommand({
        resourceArn: repository!.repositoryArn,
        tags: [{ Key: 'b', Value: '2' }],
      }),
    );
    expect(world.store.get('ecr-repository', 'shopstack-tagged')).toMatchObject(
      { tags: { a: '1', b: '2' } },
    );
  });

  it('scans on demand, basic or enhanced', async () => {
    await create('shopstack-scanned');
    const imageDigest = await put('shopstack-scanned', manifest('one'), 'v1');
    const image = {
      repositoryName: 'shopstack-scanned',
      imageId: { imageDigest },
    };
    const find = () => client.send(new DescribeImageScanFindingsCommand(image));
    await expect(find()).rejects.toMatchObject({
      name: 'ScanNotFoundException',
    });
    await client.send(new StartImageScanCommand(image));
    expect((await find()).imageScanStatus?.status).toBe('PENDING');
    await settle(
      world,
      async () => (await find()).imageScanStatus?.status === 'COMPLETE',
    );

    await client.send(
      new PutRegistryScanningConfigurationCommand({
        scanType: 'ENHANCED',
        rules: [
          {
            scanFrequency: 'CONTINUOUS_SCAN',
            repositoryFilters: [
              { filter: 'shopstack-sc*', filterType: 'WILDCARD' },
            ],
          },
        ],
      }),
    );
    const { imageScanStatus, imageScanFindings } = await find();
    expect(imageScanStatus?.status).toBe('ACTIVE');
    expect(imageScanFindings?.findings).toBeUndefined();
    expect(imageScanFindings?.enhancedFindings?.length).toBe(
      world.store.get<RegistryImage>(
        'image',
        `shopstack-scanned/${imageDigest}`,
      )!.scan.findings.length,
    );
  });

  it('names what refers to an image, and keeps archives apart', async () => {
    await create('shopstack-signed');
    const imageDigest = await put('shopstack-signed', manifest('one'), 'v1');
    const profileArn = arnOf('signer', '/signing-profiles/test');
    world.store.put('ecr-repository-settings', 'shopstack-signed', {
      signingProfileArn: profileArn,
    });
    signImage(world.store, 'shopstack-signed', imageDigest);
    const named = { repositoryName: 'shopstack-signed' };

    const { referrers, nextToken } = await client.send(
      new ListImageReferrersCommand({
        ...named,
        subjectId: { imageDigest },
        maxResults: 1,
      }),
    );
    expect(referrers).toHaveLength(1);
    const rest = await client.send(
      new ListImageReferrersCommand({
        ...named,
        subjectId: { imageDigest },
        nextToken,
      }),
    );
    expect(
      [...referrers!, ...rest.referrers!].map(each => each.artifactType).sort(),
    ).toEqual([
      'application/spdx+json',
      'application/vnd.cncf.notary.signature',
    ]);
    const { signingStatuses } = await client.send(
      new DescribeImageSigningStatusCommand({
        ...named,
        imageId: { imageDigest },
      }),
    );
    expect(signingStatuses).toEqual([
      { signingProfileArn: profileArn, status: 'COMPLETE' },
    ]);

    const id = `shopstack-signed/${imageDigest}`;
    world.store.put('image', id, {
      ...world.store.get<RegistryImage>('image', id),
      archivedAt: '2026-01-01T00:00:00.000Z',
    });
    expect(await describeAll('shopstack-signed')).toHaveLength(2);
    const { imageDetails } = await client.send(
      new DescribeImagesCommand({ ...named, filter: { imageStatus: 'ANY' } }),
    );
    expect(imageDetails).toHaveLength(3);
    const { failures } = await client.send(
      new BatchGetImageCommand({ ...named, imageIds: [{ imageDigest }] }),
    );
    expect(failures?.[0].failureCode).toBe('ImageInaccessible');
  });
});
