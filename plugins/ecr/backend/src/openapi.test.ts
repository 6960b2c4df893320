import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  awsAnswer,
  openApiDocument,
} from '@shopstack/plugin-kit-node/testUtils';
import { join } from 'node:path';
import request from 'supertest';
import {
  arnOf,
  completeScan,
  digestOf,
  EcrStub,
  imageRow,
} from './__testUtils__/EcrStub';
import {
  component,
  pathOf,
  runs,
  startEcr,
  stored,
} from './__testUtils__/startEcr';
import { createRouter } from './router';
import type { EcrService } from './service/EcrService';

const ENTITY = '/v1/entities/:kind/:namespace/:name';

describe('openapi.yaml', () => {
  const document = openApiDocument(join(__dirname, '..', 'openapi.yaml'));
  let stub: EcrStub;

  beforeAll(async () => {
    stub = await EcrStub.start();
  });
  afterAll(() => stub.close());

  it('has every route, and no other', () => {
    const router = createRouter({
      httpAuth: mockServices.httpAuth.mock(),
      service: {} as EcrService,
    });
    expect(() => document.assertCovers(router)).not.toThrow();
  });

  it('tells what is answered', async () => {
    stub.repositories.set('shopstack-cart', [imageRow(1), imageRow(2)]);
    stub.scans.set(
      digestOf(1),
      completeScan([{ name: 'CVE-1', severity: 'HIGH' }]),
    );
    stub.operations.set('ListImageReferrers', () =>
      awsAnswer({
        referrers: [
          { digest: digestOf(3), artifactType: 'application/spdx+json' },
        ],
      }),
    );
    stub.operations.set('DescribeImageSigningStatus', () =>
      awsAnswer({ signingStatuses: [{ status: 'FAILED', failureCode: 'x' }] }),
    );
    stub.operations.set('BatchGetImage', () =>
      awsAnswer({
        images: [
          {
            imageId: { imageDigest: digestOf(1) },
            imageManifest: JSON.stringify({
              annotations: { 'org.opencontainers.image.revision': 'abcdef0' },
              manifests: [
                {
                  digest: digestOf(2),
                  platform: { os: 'linux', architecture: 'amd64' },
                },
              ],
            }),
          },
        ],
      }),
    );
    const started = await startEcr({
      aws: stub.url,
      fleet: () => ({
        items: [
          runs(
            'prod',
            '123456789012.dkr.ecr.us-east-1.amazonaws.com/shopstack-cart:v1',
            digestOf(1),
          ),
        ],
        sources: [],
      }),
      entities: [
        stored('cart', arnOf('shopstack-cart'), arnOf('gone'), 'odd'),
        component('bare'),
      ],
    });
    await started.collect();
    const denied = await startEcr({
      aws: stub.url,
      entities: [],
      features: [
        mockServices.permissions.factory({ result: AuthorizeResult.DENY }),
      ],
    });
    const check = async (
      path: string,
      template: string,
      status: number,
      { server } = started,
    ) => {
      const response = await request(server).get(path);
      expect([path, response.status]).toEqual([path, status]);
      document.assertAnswers('get', template, status, response.body);
      return response.body;
    };
    const id = `repositoryArn=${arnOf('shopstack-cart')}&digest=${digestOf(1)}`;
    const routes: [string, string][] = [
      ['images', ''],
      ['image', `?${id}`],
      ['findings', `?${id}`],
    ];
    for (const [route, query] of routes) {
      const template = `${ENTITY}/${route}`;
      const body = await check(
        `${pathOf('cart', route)}${query}`,
        template,
        200,
      );
      expect(body.items.length).toBeGreaterThan(0);
      await check(`${pathOf('bare', route)}${query}`, template, 400);
      await check(`${pathOf('nobody', route)}${query}`, template, 404);
      await check(`${pathOf('cart', route)}${query}`, template, 403, denied);
    }
    const scans = await check(
      '/api/ecr/v1/service-scans',
      '/v1/service-scans',
      200,
    );
    expect(scans.items).toHaveLength(1);
    await check('/api/ecr/v1/service-scans?x=1', '/v1/service-scans', 400);
    await check('/api/ecr/v1/service-scans', '/v1/service-scans', 403, denied);
  });
});
