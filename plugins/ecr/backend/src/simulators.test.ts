import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseAwsArn } from '@shopstack/plugin-kit-node';
import { type RunningSimulators, startSimulators } from '@shopstack/simulators';
import { EcrClient } from './upstream/EcrClient';

jest.setTimeout(60_000);

describe('EcrClient on the simulators', () => {
  const state = mkdtempSync(join(tmpdir(), 'ecr-'));
  let simulators: RunningSimulators;

  beforeAll(async () => {
    simulators = await startSimulators({
      stateDirectory: state,
      examples: resolve(__dirname, '../../../../examples'),
      only: ['aws'],
    });
  });
  afterEach(() => simulators.world.weather.set('aws', { kind: 'clear' }));
  afterAll(async () => {
    await simulators.stop();
    rmSync(state, { recursive: true, force: true });
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
      parseAwsArn(
        `arn:aws:ecr:us-east-1:123456789012:repository/${repository}`,
        { service: 'ecr', resourceType: 'repository' },
      ),
    );

  it('reads the same images, however short the pages are', async () => {
    const images = await list('shopstack-cart');
    expect(images.length).toBeGreaterThan(1);
    const [commit] = images.flatMap(image => image.tags);
    expect(commit).toMatch(/^[0-9a-f]{40}$/);

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
    ).rejects.toMatchObject({
      fault: 'credentials-refused',
    });
  });

  it.each([
    ['401', 'credentials-refused'],
    ['403', 'forbidden'],
    ['429', 'throttled'],
    ['500', 'failed'],
    ['hang', 'timed-out'],
    ['down', 'unreachable'],
  ] as const)('translates the weather %s', async (kind, fault) => {
    simulators.world.weather.set('aws', { kind });
    const timeoutMs = kind === 'hang' ? 500 : 20_000;
    await expect(list('shopstack-cart', { timeoutMs })).rejects.toMatchObject({
      fault,
    });
  });
});
