import {
  BatchGetImageCommand,
  DescribeImageScanFindingsCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  ECRClient,
  paginateDescribeImages,
  paginateListImages,
} from '@aws-sdk/client-ecr';
import { listen, type Listener } from '../../http/listen';
import { createTestWorld } from '../../world/createTestWorld';
import type { RegistryImage } from '../../world/types';
import { ACCESS_KEY_ID, arnOf, SECRET_ACCESS_KEY } from '../account';
import { createAwsSimulator } from '../createAwsSimulator';
import type { RegistryRepository } from '../types';

const REPOSITORY = 'shopstack-order';
const CREATED = '2026-01-01T00:00:00.000Z';

function digest(number: number) {
  return `sha256:${String(number).padStart(64, '0')}`;
}

function image(number: number): RegistryImage {
  return {
    repository: REPOSITORY,
    digest: digest(number),
    tags: [String(number).padStart(40, 'a')],
    sizeInBytes: 1_000,
    pushedAt: CREATED,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    children: [
      { digest: digest(number + 1_000), platform: 'linux/amd64' },
      { digest: digest(number + 2_000), platform: 'linux/arm64' },
    ],
    revision: String(number).padStart(40, 'a'),
    scan: {
      status: number === 1 ? 'PENDING' : 'COMPLETE',
      completedAt: number === 1 ? undefined : CREATED,
      counts: { HIGH: 2 },
      findings: ['CVE-1', 'CVE-2'].map(name => ({
        name,
        severity: 'HIGH',
        package: 'zlib',
        version: '1.2',
        fixedIn: '1.3',
        uri: 'https://example.com',
        description: 'A flaw',
      })),
    },
  };
}

describe('Amazon ECR as the portal reads it', () => {
  const world = createTestWorld();
  let listener: Listener;
  const clientOptions = () => ({
    endpoint: listener.url,
    region: 'us-east-1',
    maxAttempts: 1,
    credentials: {
      accessKeyId: ACCESS_KEY_ID,
      secretAccessKey: SECRET_ACCESS_KEY,
    },
  });

  beforeAll(async () => {
    listener = await listen(createAwsSimulator({ world }).app, 0);
    const repository: RegistryRepository = {
      name: REPOSITORY,
      arn: arnOf('ecr', `repository/${REPOSITORY}`),
      createdAt: CREATED,
      scanOnPush: true,
      tagMutability: 'IMMUTABLE',
      tags: {},
    };
    world.store.put('ecr-repository', REPOSITORY, repository);
    for (let number = 1; number <= 5; number += 1) {
      world.store.put(
        'image',
        `${REPOSITORY}/${digest(number)}`,
        image(number),
      );
    }
  });
  afterEach(() => world.weather.set('aws', { kind: 'clear' }));
  afterAll(async () => {
    await listener.close();
    await world.close();
  });

  it('lists repositories and all images, page by page', async () => {
    const client = new ECRClient(clientOptions());
    const { repositories } = await client.send(
      new DescribeRepositoriesCommand({ repositoryNames: [REPOSITORY] }),
    );
    expect(repositories).toEqual([
      expect.objectContaining({
        repositoryName: REPOSITORY,
        createdAt: new Date(CREATED),
        repositoryUri: `123456789012.dkr.ecr.us-east-1.amazonaws.com/${REPOSITORY}`,
      }),
    ]);

    const pages = [];
    for await (const page of paginateDescribeImages(
      { client, pageSize: 2 },
      { repositoryName: REPOSITORY, filter: { tagStatus: 'TAGGED' } },
    )) {
      pages.push(page.imageDetails!.map(detail => detail.imageDigest));
    }
    expect(pages).toEqual([
      [digest(1), digest(2)],
      [digest(3), digest(4)],
      [digest(5)],
    ]);

    world.weather.set('aws', { kind: 'paged' });
    let count = 0;
    let identifiers = 0;
    for await (const page of paginateListImages(
      { client },
      { repositoryName: REPOSITORY },
    )) {
      count += 1;
      identifiers += page.imageIds!.length;
    }
    expect([count, identifiers]).toEqual([8, 15]);
  });

  it('finds images by tag, index digest and platform digest', async () => {
    const client = new ECRClient(clientOptions());
    const { imageDetails } = await client.send(
      new DescribeImagesCommand({
        repositoryName: REPOSITORY,
        imageIds: [
          { imageTag: image(3).tags[0] },
          { imageDigest: digest(1_002) },
        ],
      }),
    );
    expect(imageDetails).toEqual([
      expect.objectContaining({
        imageDigest: digest(3),
        imageTags: image(3).tags,
        imagePushedAt: new Date(CREATED),
      }),
      expect.objectContaining({ imageDigest: digest(1_002) }),
    ]);
    expect(imageDetails![0].imageScanStatus).toBeUndefined();
    expect(imageDetails![1].imageTags).toBeUndefined();

    const { images, failures } = await client.send(
      new BatchGetImageCommand({
        repositoryName: REPOSITORY,
        imageIds: [{ imageDigest: digest(2) }, { imageTag: 'absent' }],
      }),
    );
    const manifest = JSON.parse(images![0].imageManifest!);
    expect(manifest.annotations['org.opencontainers.image.revision']).toBe(
      image(2).revision,
    );
    expect(manifest.manifests).toHaveLength(2);
    expect(failures).toEqual([
      expect.objectContaining({ failureCode: 'ImageNotFound' }),
    ]);
  });

  it('tells a pending scan from a complete one', async () => {
    const client = new ECRClient(clientOptions());
    const find = (number: number, nextToken?: string) =>
      client.send(
        new DescribeImageScanFindingsCommand({
          repositoryName: REPOSITORY,
          imageId: { imageDigest: digest(number) },
          maxResults: 1,
          nextToken,
        }),
      );
    const pending = await find(1);
    expect(pending.imageScanStatus?.status).toBe('PENDING');
    expect(pending.imageScanFindings).toBeUndefined();
    const first = await find(2);
    expect(first.imageScanStatus?.status).toBe('COMPLETE');
    expect(first.imageScanFindings?.findingSeverityCounts).toEqual({
      HIGH: 2,
    });
    const second = await find(2, first.nextToken);
    expect(second.imageScanFindings?.findings?.[0].name).toBe('CVE-2');
    expect(second.nextToken).toBeUndefined();
  });

  it('refuses as Amazon ECR does', async () => {
    const client = new ECRClient(clientOptions());
    const describe = (
      input: ConstructorParameters<typeof DescribeImagesCommand>[0],
    ) => client.send(new DescribeImagesCommand(input));
    await expect(describe({ repositoryName: 'absent' })).rejects.toMatchObject({
      name: 'RepositoryNotFoundException',
    });
    await expect(
      describe({ repositoryName: REPOSITORY, imageIds: [{ imageTag: 'x' }] }),
    ).rejects.toMatchObject({ name: 'ImageNotFoundException' });
    await expect(
      describe({
        repositoryName: REPOSITORY,
        imageIds: [{ imageTag: 'x' }],
        maxResults: 5,
      }),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
    await expect(
      describe({ repositoryName: REPOSITORY, nextToken: 'made-up' }),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });
});
