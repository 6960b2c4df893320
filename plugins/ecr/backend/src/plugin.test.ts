import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { awsError } from '@shopstack/plugin-kit-node/testUtils';
import request from 'supertest';
import { arnOf, digestOf, EcrStub, imageRow } from './__testUtils__/EcrStub';
import { component, pathOf, startEcr, stored } from './__testUtils__/startEcr';

const ARN_ANNOTATION = 'aws.amazon.com/amazon-ecr-arn';
const TAGS_ANNOTATION = 'aws.amazon.com/amazon-ecr-tags';

describe('ecr backend', () => {
  let stub: EcrStub;
  type Server = Awaited<ReturnType<typeof startEcr>>['server'];

  const start = async (
    result:
      | AuthorizeResult.ALLOW
      | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
  ) => {
    const { server } = await startEcr({
      aws: stub.url,
      config: {
        ecr: { maxAgeSeconds: 60 },
        observe: { firstPatienceSeconds: 10 },
      },
      features: [mockServices.permissions.factory({ result })],
      entities: [
        stored('cart', arnOf('shopstack-cart')),
        stored('two', arnOf('shopstack-cart'), arnOf('gone')),
        stored('odd', 'shopstack-cart'),
        stored('half', 'shopstack-cart', arnOf('shopstack-cart')),
        stored('large', arnOf('shopstack-large')),
        component('tagged', {
          [ARN_ANNOTATION]: arnOf('shopstack-cart'),
          [TAGS_ANNOTATION]: 'service=cart',
        }),
        component('oddly-tagged', { [TAGS_ANNOTATION]: 'no tags' }),
        component('bare'),
      ],
    });
    return server;
  };
  const list = async (server: Server, name: string, query: object = {}) => {
    const response = await request(server)
      .get(pathOf(name, 'images'))
      .query(query);
    expect(response.status).toBe(200);
    return response.body;
  };
  const digits = (body: { items: { digest: string }[] }) =>
    body.items.map(({ digest }) => parseInt(digest.slice(-8), 16));

  beforeAll(async () => {
    stub = await EcrStub.start();
  });
  beforeEach(() => {
    stub.reset();
    stub.repositories.set('shopstack-cart', [
      imageRow(1),
      imageRow(3, { imageTags: undefined }),
      imageRow(2),
      // The index of 3, pushed with it.
      imageRow(4, { imagePushedAt: 1_790_000_003, imageTags: ['latest'] }),
    ]);
  });
  afterAll(() => stub.close());

  it('lists the newest image first, and asks once for many views', async () => {
    const server = await start();

    const first = await list(server, 'cart');
    expect(digits(first)).toEqual([4, 3, 2, 1]);
    expect(first.total).toBe(4);
    expect(first.items[0]).toMatchObject({
      repositoryArn: arnOf('shopstack-cart'),
      registry: '123456789012.dkr.ecr.us-east-1.amazonaws.com',
      kind: 'image',
      tags: ['latest'],
      runningIn: [],
      scan: { status: 'NOT_READ' },
      pullCommand: `docker pull 123456789012.dkr.ecr.us-east-1.amazonaws.com/shopstack-cart@${digestOf(4)}`,
    });
    expect(first.sources).toEqual([
      {
        source: 'amazon-ecr',
        instance: 'shopstack-cart',
        state: 'ok',
        asOf: expect.any(String),
        topic: expect.any(String),
      },
    ]);

    await list(server, 'cart', { limit: 1 });
    expect(stub.asked).toEqual(['DescribeImages']);
  });

  it('costs the calls of one, however many look at once', async () => {
    stub.repositories.set(
      'shopstack-large',
      Array.from({ length: 2_500 }, (_, number) => imageRow(number)),
    );
    const server = await start();
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => list(server, 'large')),
    );
    expect(stub.asked).toHaveLength(3);
    expect(answers.every(({ total }) => total === 2_500)).toBe(true);
    expect(digits(answers[199])[0]).toBe(2_499);
  });

  it('pages and filters on the server', async () => {
    const server = await start();
    expect(digits(await list(server, 'cart', { offset: 1, limit: 2 }))).toEqual(
      [3, 2],
    );
    const tagged = await list(server, 'cart', { untagged: false });
    expect([digits(tagged), tagged.total]).toEqual([[4, 2, 1], 3]);
    expect(digits(await list(server, 'cart', { search: 'v1' }))).toEqual([1]);
    expect(
      digits(await list(server, 'cart', { search: digestOf(2).slice(7) })),
    ).toEqual([2]);
    const clean = await list(server, 'cart', { scan: ['COMPLETE', 'FAILED'] });
    expect(clean).toMatchObject({ items: [], total: 0 });
    const unread = await list(server, 'cart', { scan: 'NOT_READ', offset: 9 });
    expect(unread).toMatchObject({ items: [], total: 4 });
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=501', 'limit'],
    ['offset=-1', 'offset'],
    ['scan=CLEAN', 'scan'],
    ['severity=BAD', 'severity'],
    ['untagged=maybe', 'untagged'],
    ['other=1', 'other'],
    [`search=${'x'.repeat(301)}`, 'search'],
  ])('refuses %s and names it', async (query, name) => {
    const response = await request(await start()).get(
      `${pathOf('cart', 'images')}?${query}`,
    );
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(`'${name}'`);
    expect(stub.asked).toEqual([]);
  });

  it('shows one repository while the other is not there', async () => {
    const body = await list(await start(), 'two');
    expect(body.items).toHaveLength(4);
    expect(body.sources).toEqual([
      expect.objectContaining({ instance: 'shopstack-cart', state: 'ok' }),
      expect.objectContaining({
        instance: 'gone',
        state: 'unavailable',
        since: expect.any(String),
        reason: 'Amazon ECR does not know it',
      }),
    ]);
  });

  it('names what is malformed, beside what is not', async () => {
    const server = await start();
    const half = await list(server, 'half');
    expect(half.total).toBe(4);
    const odd = await list(server, 'odd');
    expect(odd.items).toEqual([]);
    for (const { sources } of [half, odd]) {
      expect(sources).toContainEqual(
        expect.objectContaining({
          instance: ARN_ANNOTATION,
          state: 'unavailable',
          reason: expect.stringContaining("'shopstack-cart' is not an ARN"),
        }),
      );
    }
    const { sources } = await list(server, 'oddly-tagged');
    expect(sources).toEqual([
      expect.objectContaining({
        source: 'aws-tags',
        instance: TAGS_ANNOTATION,
        state: 'unavailable',
        reason: expect.stringContaining('key=value'),
      }),
    ]);
    expect(stub.asked).toEqual(['DescribeImages']);
  });

  it('joins what is named by ARN and what is found by tags, each once', async () => {
    stub.repositories.set('shopstack-other', [imageRow(9)]);
    stub.operations.set('GetResources', () => ({
      body: {
        ResourceTagMappingList: ['shopstack-cart', 'shopstack-other'].map(
          name => ({ ResourceARN: arnOf(name) }),
        ),
        PaginationToken: '',
      },
    }));
    const server = await start();
    const body = await list(server, 'tagged');
    expect(digits(body)).toEqual([9, 4, 3, 2, 1]);
    expect(stub.asked).toEqual([
      'GetResources',
      'DescribeImages',
      'DescribeImages',
    ]);
    stub.forget();
    const other = await list(server, 'tagged', {
      repositoryArn: arnOf('shopstack-other'),
    });
    expect(digits(other)).toEqual([9]);
    expect(stub.asked).toEqual([]);

    const foreign = await request(server)
      .get(pathOf('tagged', 'images'))
      .query({ repositoryArn: arnOf('secret') });
    expect(foreign.status).toBe(404);
    expect(stub.asked).toEqual([]);
  });

  it('shows what is named by ARN while tags cannot be looked up', async () => {
    stub.operations.set('GetResources', () =>
      awsError('AccessDeniedException'),
    );
    const body = await list(await start(), 'tagged');
    expect(body.total).toBe(4);
    expect(body.sources).toContainEqual(
      expect.objectContaining({ source: 'aws-tags', state: 'unavailable' }),
    );
  });

  it('answers 200 and says so when Amazon ECR is out', async () => {
    stub.operations.set('DescribeImages', () => ({
      status: 403,
      body: { message: 'secret' },
    }));
    const body = await list(await start(), 'cart');
    expect(body.items).toEqual([]);
    expect(body.sources[0]).toMatchObject({ state: 'unavailable' });
    expect(JSON.stringify(body)).not.toContain('secret');
  });

  it.each([
    ['bare', 400, `'${ARN_ANNOTATION}' or '${TAGS_ANNOTATION}'`],
    ['nobody', 404, 'No entity'],
    ['..%2f..', 400, 'malformed'],
  ])('refuses %s with %s', async (name, status, message) => {
    const response = await request(await start()).get(pathOf(name, 'images'));
    expect(response.status).toBe(status);
    expect(response.body.error.message).toContain(message);
    expect(stub.asked).toEqual([]);
  });

  it('asks nobody for who may not read', async () => {
    const paths = [
      pathOf('cart', 'images'),
      ...['image', 'findings'].map(
        route =>
          `${pathOf('cart', route)}?repositoryArn=${arnOf('shopstack-cart')}&digest=${digestOf(1)}`,
      ),
      '/api/ecr/v1/service-scans',
    ];
    const denying = await start(AuthorizeResult.DENY);
    const allowing = await start();
    for (const path of paths) {
      const denied = await request(denying).get(path);
      expect([path, denied.status]).toEqual([path, 403]);
      const anonymous = await request(allowing)
        .get(path)
        .set('Authorization', mockCredentials.none.header());
      expect([path, anonymous.status]).toEqual([path, 401]);
    }
    expect(stub.asked).toEqual([]);
  });
});
