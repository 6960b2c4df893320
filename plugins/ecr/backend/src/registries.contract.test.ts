import {
  type ECRClientConfig,
  CreateRepositoryCommand,
  ECRClient,
  PutImageCommand,
  StartImageScanCommand,
  waitUntilImageScanComplete,
} from '@aws-sdk/client-ecr';
import { startSimulators } from '@shopstack/simulators';
import { RealMoto } from '@shopstack/simulators/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { arnOf } from './__testUtils__/EcrStub';
import { pathOf, startEcr, stored } from './__testUtils__/startEcr';

/** More than two pages of the default size of a hundred, so that a client that reads one page fails. */
const MANY = 250;
const AT_ONCE = 25;

interface Registry {
  url: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  stop(): Promise<void>;
}

const registries: [string, () => Promise<Registry>][] = [
  ['the simulated AWS', startSimulatedAws],
];
if (RealMoto.isInstalled()) {
  registries.push(['moto', () => RealMoto.start()]);
}

async function startSimulatedAws(): Promise<Registry> {
  const stateDirectory = mkdtempSync(join(tmpdir(), 'ecr-registries-'));
  const simulators = await startSimulators({
    stateDirectory,
    only: ['aws'],
    pace: 1_000,
  });
  return {
    url: simulators.addresses.aws,
    credentials: {
      accessKeyId: 'SIMULATORACCESSKEY',
      secretAccessKey: 'simulator-secret',
    },
    stop: async () => {
      await simulators.stop();
      rmSync(stateDirectory, { recursive: true, force: true });
    },
  };
}

const OCI = 'application/vnd.oci.image.manifest.v1+json';
const manifest = (number: number) => ({
  schemaVersion: 2,
  mediaType: OCI,
  config: {
    mediaType: 'application/vnd.oci.image.config.v1+json',
    digest: `sha256:${'c'.repeat(64)}`,
    size: 7,
  },
  layers: [
    {
      mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
      digest: `sha256:${String(number).padStart(64, '0')}`,
      size: 100 + number,
    },
  ],
  annotations: { 'org.opencontainers.image.revision': `abcdef${number}00` },
});

/** The same content in both, asked in the same way: what our backend answers must not tell one from the other. */
describe.each(registries)('our answers on %s', (_name, startRegistry) => {
  let registry: Registry;
  let client: ECRClient;
  let started: Awaited<ReturnType<typeof startEcr>>;
  const digests = new Map<string, string>();

  const put = async (
    repositoryName: string,
    imageTag: string | undefined,
    content: object,
  ) => {
    const { image } = await client.send(
      new PutImageCommand({
        repositoryName,
        imageTag,
        imageManifest: JSON.stringify(content),
        imageManifestMediaType: (content as { mediaType: string }).mediaType,
      }),
    );
    const digest = image!.imageId!.imageDigest!;
    digests.set(`${repositoryName}:${imageTag ?? digest}`, digest);
    return digest;
  };
  const get = async (name: string, route: string, query: object = {}) => {
    const { status, body } = await request(started.server)
      .get(pathOf(name, route))
      .query(query);
    expect(status).toBe(200);
    return body;
  };

  beforeAll(async () => {
    registry = await startRegistry();
    const settings: ECRClientConfig = {
      endpoint: registry.url,
      region: 'us-east-1',
      credentials: registry.credentials,
    };
    client = new ECRClient(settings);
    for (const repositoryName of [
      'contract-many',
      'contract-cart',
      'contract/nested.name',
      'contract-empty',
    ]) {
      await client.send(new CreateRepositoryCommand({ repositoryName }));
    }
    for (let first = 0; first < MANY; first += AT_ONCE) {
      await Promise.all(
        Array.from({ length: AT_ONCE }, (_, index) =>
          put('contract-many', `v${first + index}`, manifest(first + index)),
        ),
      );
    }
    await put('contract-cart', 'v1', manifest(1));
    await put('contract-cart', 'v1.0', manifest(1));
    await put('contract-cart', undefined, manifest(2));
    await put('contract/nested.name', 'v3', manifest(3));

    started = await startEcr({
      aws: registry.url,
      config: { observe: { firstPatienceSeconds: 20 } },
      entities: [
        stored('many', arnOf('contract-many')),
        stored('gone', arnOf('contract-cart'), arnOf('contract-gone')),
        stored(
          'several',
          ...['contract-cart', 'contract-empty', 'contract/nested.name'].map(
            arnOf,
          ),
        ),
        stored('empty', arnOf('contract-empty')),
      ],
    });
  });
  afterAll(() => registry?.stop());

  it('hold every image of a large repository, each once', async () => {
    const all = await get('many', 'images', { limit: 500 });
    expect(all.total).toBe(MANY);
    expect(
      all.items.map(({ tags }: { tags: string[] }) => tags[0]).sort(),
    ).toEqual(Array.from({ length: MANY }, (_, i) => `v${i}`).sort());
    const pushed = all.items.map(
      ({ pushedAt }: { pushedAt: string }) => pushedAt,
    );
    expect(pushed).toEqual([...pushed].sort().reverse());

    const { items } = await get('many', 'images', { search: 'v249' });
    expect(items).toMatchObject([
      {
        repositoryArn: arnOf('contract-many'),
        repository: 'contract-many',
        registry: '123456789012.dkr.ecr.us-east-1.amazonaws.com',
        region: 'us-east-1',
        digest: digests.get('contract-many:v249'),
        tags: ['v249'],
        kind: 'image',
        mediaType: OCI,
        scan: { status: 'NOT_READ' },
        runningIn: [],
      },
    ]);
  });

  it('join several repositories', async () => {
    const { items, total, sources } = await get('several', 'images');
    expect(total).toBe(3);
    const named = new Map(
      items.map((image: { digest: string; tags: string[] }) => [
        image.digest,
        image.tags,
      ]),
    );
    expect(named.get(digests.get('contract-cart:v1'))).toEqual(
      expect.arrayContaining(['v1', 'v1.0']),
    );
    expect(named.get(digests.get('contract/nested.name:v3'))).toEqual(['v3']);
    expect([...named.values()]).toContainEqual([]);
    expect(
      sources.map(({ instance, state }: Record<string, string>) => [
        instance,
        state,
      ]),
    ).toEqual([
      ['contract-cart', 'ok'],
      ['contract-empty', 'ok'],
      ['contract/nested.name', 'ok'],
    ]);
  });

  it('tell an empty repository from one that is not there', async () => {
    expect(await get('empty', 'images')).toMatchObject({
      total: 0,
      sources: [{ instance: 'contract-empty', state: 'ok' }],
    });
    const { total, sources } = await get('gone', 'images');
    expect(total).toBe(2);
    expect(sources).toContainEqual(
      expect.objectContaining({
        instance: 'contract-gone',
        state: 'unavailable',
        reason: 'Amazon ECR does not know it',
      }),
    );
  });

  it('hold the commit of an image', async () => {
    const { items } = await get('several', 'image', {
      repositoryArn: arnOf('contract-cart'),
      digest: digests.get('contract-cart:v1'),
    });
    expect(items).toMatchObject([{ commit: 'abcdef100', children: [] }]);
  });

  it('tell an image that was never scanned from a clean one', async () => {
    const image = {
      repositoryArn: arnOf('contract-cart'),
      digest: digests.get('contract-cart:v1'),
    };
    const before = await get('gone', 'findings', image);
    expect(before).toMatchObject({
      items: [],
      scan: { status: 'FINDINGS_UNAVAILABLE' },
      sources: [{ state: 'ok' }],
    });
    expect(before.scan.counts).toBeUndefined();
  });

  it('hold the findings of a scan', async () => {
    const imageDigest = digests.get('contract/nested.name:v3')!;
    await client.send(
      new StartImageScanCommand({
        repositoryName: 'contract/nested.name',
        imageId: { imageDigest },
      }),
    );
    const named = { repositoryName: 'contract/nested.name' };
    await waitUntilImageScanComplete(
      { client, maxWaitTime: 30, minDelay: 1, maxDelay: 1 },
      { ...named, imageId: { imageDigest } },
    );
    const findings = await get('several', 'findings', {
      repositoryArn: arnOf('contract/nested.name'),
      digest: imageDigest,
    });
    expect(findings).toMatchObject({
      truncated: false,
      scan: {
        status: 'COMPLETE',
        type: 'basic',
        completedAt: expect.any(String),
      },
    });
    const counted = Object.values<number>(findings.scan.counts);
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(findings.total);
    expect(findings.items).toHaveLength(findings.total);
  });
});
