import { parseAwsArn } from '@shopstack/plugin-kit-node';
import { type RunningSimulators, startSimulators } from '@shopstack/simulators';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import request from 'supertest';
import { arnOf } from './__testUtils__/EcrStub';
import { component, pathOf, startEcr, stored } from './__testUtils__/startEcr';
import { EcrClient } from './upstream/EcrClient';

const EXAMPLES = resolve(__dirname, '../../../../examples');

/** The seeded demo organisation, asked as the portal of a developer asks it. */
describe('the simulated Amazon ECR', () => {
  let simulators: RunningSimulators;
  let stateDirectory: string;

  beforeAll(async () => {
    stateDirectory = mkdtempSync(join(tmpdir(), 'ecr-simulators-'));
    simulators = await startSimulators({
      stateDirectory,
      examples: EXAMPLES,
      only: ['aws'],
    });
  });
  afterEach(() => simulators.world.weather.set('aws', { kind: 'clear' }));
  afterAll(async () => {
    await simulators?.stop();
    rmSync(stateDirectory, { recursive: true, force: true });
  });

  const list = (
    repository: string,
    { accessKeyId = 'SIMULATORACCESSKEY', timeoutMs = 20_000 } = {},
  ) =>
    new EcrClient({
      credentials: {
        getCredentialProvider: async () => ({
          sdkCredentialProvider: async () => ({
            accessKeyId,
            secretAccessKey: 'simulator-secret',
          }),
        }),
      },
      endpoint: simulators.addresses.aws,
      timeoutMs,
      concurrency: 4,
    }).listImages(
      parseAwsArn(arnOf(repository), {
        service: 'ecr',
        resourceType: 'repository',
      }),
    );

  it('answers the same images, however short the pages are', async () => {
    const images = await list('shopstack-cart');
    expect(images.length).toBeGreaterThan(1);
    expect(images.find(({ tags }) => tags.length > 0)?.tags[0]).toMatch(
      /^[0-9a-f]{40}$/,
    );

    simulators.world.weather.set('aws', { kind: 'paged' });
    const digests = (all: typeof images) =>
      all.map(image => image.digest).sort();
    expect(digests(await list('shopstack-cart'))).toEqual(digests(images));
  });

  it('tells what is wrong', async () => {
    await expect(list('nothing-here')).rejects.toMatchObject({
      fault: 'not-found',
    });
    await expect(
      list('shopstack-cart', { accessKeyId: 'ANOTHER' }),
    ).rejects.toMatchObject({ fault: 'credentials-refused' });
  });

  it.each([
    ['401', 'credentials-refused'],
    ['403', 'forbidden'],
    ['429', 'throttled'],
    ['500', 'failed'],
    ['cut', 'unreachable'],
    ['hang', 'timed-out'],
    ['down', 'unreachable'],
  ] as const)('translates the weather %s', async (kind, fault) => {
    simulators.world.weather.set('aws', { kind });
    const timeoutMs = kind === 'hang' ? 500 : 20_000;
    await expect(list('shopstack-cart', { timeoutMs })).rejects.toMatchObject({
      fault,
    });
  });

  it('shows every state of a scan, enhanced ones too, and what was signed', async () => {
    const names = [
      ...['admin-panel', 'cart', 'catalog', 'inventory', 'notification'],
      ...['order', 'payment', 'recommendations', 'user'],
    ];
    const { server, collect } = await startEcr({
      aws: simulators.addresses.aws,
      entities: [
        stored('all', ...names.map(name => arnOf(`shopstack-${name}`))),
        component('tagged', {
          'aws.amazon.com/amazon-ecr-tags': 'service=payment',
        }),
      ],
    });
    const payment = simulators.world.store.get<object>(
      'ecr-repository',
      'shopstack-payment',
    );
    simulators.world.store.put('ecr-repository', 'shopstack-payment', {
      ...payment,
      tags: { service: 'payment' },
    });
    await collect();
    const get = async (route: string, query: object, name = 'all') => {
      const { status, body } = await request(server)
        .get(pathOf(name, route))
        .query(query);
      expect(status).toBe(200);
      return body;
    };
    const { items } = await get('images', { limit: 500, untagged: false });
    const states = new Set(
      items.map(({ scan }: { scan: { status: string } }) => scan.status),
    );
    // Nothing in the archive is read without being asked for.
    expect([...states].sort()).toEqual([
      'ACTIVE',
      'COMPLETE',
      'FAILED',
      'FINDINGS_UNAVAILABLE',
      'IN_PROGRESS',
      'LIMIT_EXCEEDED',
      'NOT_READ',
      'PENDING',
      'SCAN_ELIGIBILITY_EXPIRED',
      'UNSUPPORTED_IMAGE',
    ]);

    const idOf = ({ repositoryArn, digest }: Record<string, string>) => ({
      repositoryArn,
      digest,
    });
    const tagged = await get('images', { untagged: false }, 'tagged');
    expect(tagged.items[0]).toMatchObject({
      repository: 'shopstack-payment',
      scan: { status: 'ACTIVE', type: 'enhanced' },
    });

    const archived = items.find(
      (image: { archived?: boolean }) => image.archived,
    );
    expect((await get('findings', idOf(archived))).scan.status).toBe(
      'IMAGE_ARCHIVED',
    );
    const crowded = items.find(
      ({ scan }: { scan: { counts?: Record<string, number> } }) =>
        (scan.counts?.MEDIUM ?? 0) > 20,
    );
    const findings = await get('findings', idOf(crowded));
    expect(findings.items.length).toBeGreaterThan(100);
    expect(findings.items[0].severity).toBe('CRITICAL');

    const signed = await get('images', {
      repositoryArn: arnOf('shopstack-order'),
      untagged: false,
    });
    const { items: details } = await get('image', idOf(signed.items[0]));
    expect(details[0]).toMatchObject({
      commit: signed.items[0].tags[0],
      signing: [{ status: 'COMPLETE', profile: 'shopstack' }],
      children: [
        { platform: 'linux/amd64', sizeInBytes: expect.any(Number) },
        { platform: 'linux/arm64', sizeInBytes: expect.any(Number) },
      ],
    });
    expect(
      details[0].referrers.map(({ kind }: { kind: string }) => kind).sort(),
    ).toEqual(['sbom', 'signature']);
  });
});
