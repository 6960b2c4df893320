import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { HttpStub } from '@shopstack/plugin-kit-node/testUtils';
import request from 'supertest';
import { buildsPlugin } from './plugin';

const component = (name: string, annotations: Record<string, string> = {}) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', annotations },
});
const cart = {
  'aws.amazon.com/aws-codebuild-project-arn':
    'arn:aws:codebuild:us-east-1:123456789012:project/shopstack-cart',
  'github.com/project-slug': 'shopstack/apps-sre',
  'shopstack.dev/service': 'cart',
};
const buildsOf = (name: string) =>
  `/api/builds/v1/entities/component/default/${name}/builds`;

describe('builds backend', () => {
  let aws: HttpStub;
  let github: HttpStub;

  const start = async (
    result:
      | AuthorizeResult.ALLOW
      | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
  ) => {
    const { server } = await startTestBackend({
      features: [
        buildsPlugin,
        mockServices.permissions.factory({ result }),
        mockServices.rootConfig.factory({
          data: {
            builds: { codebuild: { endpoint: aws.url } },
            aws: {
              accounts: [
                {
                  accountId: '123456789012',
                  accessKeyId: 'key',
                  secretAccessKey: 'secret',
                },
              ],
            },
            integrations: {
              github: [
                { host: 'forge', apiBaseUrl: github.url, token: 'forge-token' },
              ],
            },
          },
        }),
        catalogServiceMock.factory({
          entities: [
            component('cart', cart),
            component('bare'),
            component('odd', { 'github.com/project-slug': '../../user' }),
            component('half', {
              ...cart,
              'aws.amazon.com/aws-codebuild-project-arn': 'shopstack-cart',
            }),
          ],
        }),
      ],
    });
    return server;
  };

  beforeAll(async () => {
    [aws, github] = await Promise.all([HttpStub.start(), HttpStub.start()]);
  });
  beforeEach(() => {
    aws.reset();
    github.reset();
    aws.reply = ({ headers }) =>
      String(headers['x-amz-target']).endsWith('ListBuildsForProject')
        ? { body: { ids: ['shopstack-cart:1'] } }
        : {
            body: {
              builds: [
                {
                  id: 'shopstack-cart:1',
                  buildStatus: 'SUCCEEDED',
                  startTime: Date.parse('2026-11-20T10:01:00Z') / 1000,
                },
              ],
            },
          };
    github.reply = ({ path }) =>
      path.includes('/jobs')
        ? { body: { jobs: [] } }
        : {
            body: {
              workflow_runs: [
                {
                  id: 9,
                  status: 'completed',
                  conclusion: 'success',
                  run_started_at: '2026-11-20T10:00:00Z',
                },
              ],
            },
          };
  });
  afterAll(() => Promise.all([aws.close(), github.close()]));

  it('lists the builds of both executors, newest first, and asks once for many views', async () => {
    const server = await start();

    const { status, body } = await request(server).get(buildsOf('cart'));
    expect(status).toBe(200);
    expect(
      body.items.map((build: { executor: string }) => build.executor),
    ).toEqual(['aws-codebuild', 'github-actions']);
    expect(body.sources).toEqual([
      expect.objectContaining({
        source: 'aws-codebuild',
        instance: 'shopstack-cart',
        state: 'ok',
      }),
      expect.objectContaining({
        source: 'github-actions',
        instance: 'shopstack/apps-sre cart.yml',
        state: 'ok',
      }),
    ]);

    const calls = aws.requests.length + github.requests.length;
    await request(server).get(buildsOf('cart'));
    expect(aws.requests.length + github.requests.length).toBe(calls);
  });

  it('shows one executor while the other is out', async () => {
    github.reply = () => ({ status: 401, body: { message: 'forge-token' } });

    const { status, body } = await request(await start()).get(buildsOf('cart'));

    expect(status).toBe(200);
    expect(body.items).toHaveLength(1);
    expect(body.sources[1]).toMatchObject({
      source: 'github-actions',
      state: 'unavailable',
      reason: "GitHub refuses the portal's credentials (401)",
    });
    expect(JSON.stringify(body)).not.toContain('forge-token');
  });

  it('names what is wrong with one annotation and reads the other', async () => {
    const { body } = await request(await start()).get(buildsOf('half'));
    expect(body.items).toHaveLength(1);
    expect(body.sources).toEqual([
      expect.objectContaining({ source: 'github-actions', state: 'ok' }),
      expect.objectContaining({
        source: 'aws-codebuild',
        state: 'unavailable',
        reason: expect.stringContaining("'shopstack-cart' is not an ARN"),
      }),
    ]);
  });

  it.each([
    ['bare', 400, 'aws-codebuild-project-arn'],
    ['odd', 400, "'github.com/project-slug' is not of the form owner/name"],
    ['nobody', 404, 'No entity'],
  ])('refuses %s with %s', async (name, status, message) => {
    const response = await request(await start()).get(buildsOf(name));
    expect(response.status).toBe(status);
    expect(response.body.error.message).toContain(message);
    expect(aws.requests.length + github.requests.length).toBe(0);
  });

  it('asks nobody for who may not read', async () => {
    const denied = await request(await start(AuthorizeResult.DENY)).get(
      buildsOf('cart'),
    );
    expect(denied.status).toBe(403);
    const anonymous = await request(await start())
      .get(buildsOf('cart'))
      .set('Authorization', mockCredentials.none.header());
    expect(anonymous.status).toBe(401);
    expect(aws.requests.length + github.requests.length).toBe(0);
  });
});
