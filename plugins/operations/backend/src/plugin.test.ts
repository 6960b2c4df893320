import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  HttpStub,
  openApiDocument,
} from '@shopstack/plugin-kit-node/testUtils';
import { type RunningSimulators, startSimulators } from '@shopstack/simulators';
import request from 'supertest';
import { operationsPlugin } from './plugin';
import { createRouter } from './router';

const document = openApiDocument(resolve(__dirname, '../openapi.yaml'));
const pathOf = (name: string, what: string) =>
  `/api/operations/v1/entities/component/default/${name}/${what}`;
const templateOf = (what: string) =>
  `/v1/entities/:kind/:namespace/:name/${what}`;

const component = (name: string, annotations?: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', annotations },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/team-checkout' }],
});
const ECR = {
  'aws.amazon.com/amazon-ecr-arn':
    'arn:aws:ecr:us-east-1:123456789012:repository/shopstack-cart',
};
const entities = [
  component('cart', {
    ...ECR,
    'shopstack.dev/service': 'cart',
    'shopstack.dev/on-call': 'https://oncall.example/checkout',
  }),
  component('nowhere', { 'shopstack.dev/service': 'cart' }),
  component('odd', { ...ECR, 'shopstack.dev/service': '../cart' }),
  component('tagged', { ...ECR, 'shopstack.dev/secret-tags': 'no tags' }),
  component('library'),
];

describe('operations backend', () => {
  const state = mkdtempSync(join(tmpdir(), 'operations-'));
  let simulators: RunningSimulators;
  let siblings: HttpStub;

  beforeAll(async () => {
    siblings = await HttpStub.start();
    simulators = await startSimulators({
      stateDirectory: state,
      examples: resolve(__dirname, '../../../../examples'),
      only: ['aws'],
    });
  });
  afterAll(async () => {
    await simulators.stop();
    await siblings.close();
    rmSync(state, { recursive: true, force: true });
  });
  beforeEach(() => {
    siblings.reset();
    siblings.reply = () => ({
      body: {
        items: [
          {
            service: 'cart',
            environment: 'prod',
            basis: 'known',
            cluster: 'eu-1',
            namespace: 'cart-prod',
          },
        ],
        sources: [{ source: 'kubernetes', instance: 'eu-1', state: 'ok' }],
      },
    });
  });

  const start = async (
    result:
      | AuthorizeResult.ALLOW
      | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
    accessKeyId: string = 'SIMULATORACCESSKEY',
  ) => {
    const actions = actionsRegistryServiceMock();
    const { server } = await startTestBackend({
      features: [
        operationsPlugin,
        createServiceFactory({
          service: actionsRegistryServiceRef,
          deps: {},
          factory: () => actions,
        }),
        mockServices.discovery.mock({
          getBaseUrl: async plugin => `${siblings.url}/${plugin}`,
        }).factory,
        mockServices.permissions.factory({ result }),
        mockServices.rootConfig.factory({
          data: {
            aws: {
              accounts: [
                {
                  accountId: '123456789012',
                  accessKeyId,
                  secretAccessKey: 'simulator-secret',
                },
              ],
            },
            operations: {
              links: [
                {
                  kind: 'dashboard',
                  title: 'Golden signals',
                  url: 'https://grafana.example/d/x?s={{service}}&e={{environment}}&t={{team}}',
                },
                {
                  kind: 'logs',
                  title: 'Logs',
                  url: 'https://logs.example/{{cluster}}/{{namespace}}',
                },
              ],
              secrets: {
                names: ['shopstack/{{environment}}/{{service}}'],
                endpoint: simulators.addresses.aws,
              },
            },
          },
        }),
        catalogServiceMock.factory({ entities }),
      ],
    });
    return { server, actions };
  };
  const read = async (name: string, what: string, key?: string) => {
    const { server } = await start(AuthorizeResult.ALLOW, key);
    const { status, body } = await request(server).get(pathOf(name, what));
    expect(status).toBe(200);
    document.assertAnswers('get', templateOf(what), status, body);
    return body;
  };

  it('fills links with what the workloads tell', async () => {
    const { items, onCall, configured, sources } = await read('cart', 'links');
    expect(configured).toBe(true);
    expect(onCall).toEqual([
      { provider: 'other', url: 'https://oncall.example/checkout' },
    ]);
    expect(sources).toEqual([
      { source: 'kubernetes', instance: 'eu-1', state: 'ok' },
    ]);
    expect(
      items.map((row: any) => [row.environment, row.basis, row.links.length]),
    ).toEqual([
      ['dev', 'inferred', 1],
      ['staging', 'inferred', 1],
      ['prod', 'known', 2],
    ]);
    expect(items[2].links.map(({ url }: any) => url)).toEqual([
      'https://grafana.example/d/x?s=cart&e=prod&t=team-checkout',
      'https://logs.example/eu-1/cart-prod',
    ]);
    expect(siblings.requests[0].headers.authorization).toBeDefined();
  });

  it('keeps the links that it can make while the workloads are silent', async () => {
    siblings.reply = () => ({ status: 500 });
    const { items, sources } = await read('cart', 'links');
    expect(items).toHaveLength(3);
    expect(sources).toMatchObject([
      { source: 'kubernetes', state: 'unavailable' },
    ]);
  });

  it('finds the secrets that Terraform made for the service', async () => {
    const { items, sources, staleAfterDays } = await read('cart', 'secrets');
    expect(staleAfterDays).toBe(90);
    expect(sources).toMatchObject([
      {
        source: 'aws-secrets-manager',
        instance: '123456789012/us-east-1',
        state: 'ok',
      },
    ]);
    expect(
      items.map((secret: any) => [secret.environment, secret.name]).sort(),
    ).toEqual([
      ['dev', 'shopstack/dev/cart'],
      ['prod', 'shopstack/prod/cart'],
      ['staging', 'shopstack/staging/cart'],
    ]);
    expect(items[0]).toMatchObject({
      rotationEnabled: false,
      ageDays: expect.any(Number),
      consoleUrl: expect.stringContaining('/secretsmanager/secret?name='),
    });
  });

  it('says that AWS refuses, and never that there are no secrets', async () => {
    const { items, sources } = await read('cart', 'secrets', 'ANOTHER');
    expect(items).toEqual([]);
    expect(sources).toMatchObject([
      { state: 'unavailable', reason: expect.stringContaining('refuses') },
    ]);
  });

  it.each([
    ['nobody', 'links', 404, 'No entity'],
    ['library', 'links', 400, "no annotation 'shopstack.dev/service'"],
    ['odd', 'links', 400, "annotation 'shopstack.dev/service' is malformed"],
    ['nobody', 'secrets', 404, 'No entity'],
    ['library', 'secrets', 400, "'shopstack.dev/secret-tags'"],
    ['tagged', 'secrets', 400, "'shopstack.dev/secret-tags'"],
    ['odd', 'secrets', 400, "annotation 'shopstack.dev/service' is malformed"],
    ['nowhere', 'secrets', 400, "'aws.amazon.com/amazon-ecr-arn'"],
  ])('refuses %s/%s (%i)', async (name, what, expected, words) => {
    const { server } = await start();
    const { status, body } = await request(server).get(pathOf(name, what));
    expect(status).toBe(expected);
    expect(body.error.message).toContain(words);
    document.assertAnswers('get', templateOf(what), status, body);
  });

  it('asks nobody when the policy refuses, or nobody is signed in', async () => {
    const { server } = await start(AuthorizeResult.DENY);
    for (const what of ['links', 'secrets']) {
      const path = pathOf('cart', what);
      expect((await request(server).get(path)).status).toBe(403);
      const nobody = await request(server)
        .get(path)
        .set('Authorization', mockCredentials.none.header());
      expect(nobody.status).toBe(401);
    }
    expect(siblings.requests).toEqual([]);
  });

  it('reads for an assistant with the rights of whom it acts for', async () => {
    const { actions } = await start();
    const input = { entityRef: 'component:default/cart' };
    const links = await actions.invoke({ id: 'test:list-links', input });
    expect(links.output).toMatchObject({ configured: true });
    const secrets = await actions.invoke({ id: 'test:list-secrets', input });
    expect(secrets.output).toMatchObject({ staleAfterDays: 90 });
  });

  it('has a document for each route', () => {
    const router = createRouter({} as Parameters<typeof createRouter>[0]);
    expect(() => document.assertCovers(router)).not.toThrow();
  });
});
