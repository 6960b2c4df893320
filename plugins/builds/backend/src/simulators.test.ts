import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Build } from '@shopstack/plugin-builds-common';
import type { Observed } from '@shopstack/plugin-kit-common';
import { type RunningSimulators, startSimulators } from '@shopstack/simulators';
import request from 'supertest';
import { buildsPlugin } from './plugin';

jest.setTimeout(60_000);

const cart = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'cart',
    namespace: 'default',
    annotations: {
      'aws.amazon.com/aws-codebuild-project-arn':
        'arn:aws:codebuild:us-east-1:123456789012:project/shopstack-cart',
      'github.com/project-slug': 'shopstack/apps-sre',
      'shopstack.dev/service': 'cart',
    },
  },
};

describe('builds backend on the simulators', () => {
  const state = mkdtempSync(join(tmpdir(), 'builds-'));
  let simulators: RunningSimulators;

  beforeAll(async () => {
    simulators = await startSimulators({
      stateDirectory: state,
      examples: resolve(__dirname, '../../../../examples'),
      only: ['aws'],
    });
  });
  afterEach(() => simulators.world.weather.set('github', { kind: 'clear' }));
  afterAll(async () => {
    await simulators.stop();
    rmSync(state, { recursive: true, force: true });
  });

  const read = async () => {
    const { github, aws } = simulators.addresses;
    const { server } = await startTestBackend({
      features: [
        buildsPlugin,
        mockServices.rootConfig.factory({
          data: {
            builds: { codebuild: { endpoint: aws } },
            aws: {
              accounts: [
                {
                  accountId: '123456789012',
                  accessKeyId: 'SIMULATORACCESSKEY',
                  secretAccessKey: 'simulator-secret',
                },
              ],
            },
            integrations: {
              github: [
                {
                  host: new URL(github).host,
                  apiBaseUrl: `${github}/api/v3`,
                  token: 'shopstack-forge-token',
                },
              ],
            },
          },
        }),
        catalogServiceMock.factory({ entities: [cart] }),
      ],
    });
    const { body } = await request(server).get(
      '/api/builds/v1/entities/component/default/cart/builds',
    );
    return body as Observed<Build>;
  };

  it('reads a run and the build that it started, for the same commit', async () => {
    const { items, sources } = await read();

    expect(sources.map(source => source.state)).toEqual(['ok', 'ok']);
    const newest = (executor: Build['executor']) =>
      items.find(build => build.executor === executor && build.finishedAt);
    const build = newest('aws-codebuild');
    const run = newest('github-actions');
    expect(build).toMatchObject({
      project: 'shopstack-cart',
      status: 'succeeded',
      imageDigest: expect.stringMatching(/^sha256:/),
      imageUri: expect.stringContaining(`shopstack-cart:${build?.commit}`),
    });
    expect(build?.phases.map(phase => phase.name)).toContain('BUILD');
    expect(run).toMatchObject({
      project: 'cart',
      status: 'succeeded',
      commit: build?.commit,
      trigger: 'push',
    });
    expect(run?.phases.map(phase => phase.name)).toEqual([
      'test',
      'build',
      'bump',
    ]);
  });

  it('reads on at one executor while the other is out', async () => {
    simulators.world.weather.set('github', { kind: 'down' });
    const { items, sources } = await read();
    expect(new Set(items.map(build => build.executor))).toEqual(
      new Set(['aws-codebuild']),
    );
    expect(sources[1]).toMatchObject({
      source: 'github-actions',
      state: 'unavailable',
      reason: expect.stringMatching(
        /^GitHub (cannot be reached|failed several)/,
      ),
    });
  });
});
