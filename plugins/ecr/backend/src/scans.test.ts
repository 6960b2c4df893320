import { mockServices } from '@backstage/backend-test-utils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import type { Workload } from '@shopstack/plugin-workloads-common';
import { awsAnswer, awsError } from '@shopstack/plugin-kit-node/testUtils';
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

const INDEX = 'application/vnd.oci.image.index.v1+json';
const uri = (name: string) =>
  `123456789012.dkr.ecr.us-east-1.amazonaws.com/${name}`;
const highs = (count: number) =>
  completeScan(
    Array.from({ length: count }, (_, index) => ({
      name: `CVE-${index}`,
      severity: 'HIGH',
    })),
  );

describe('scans of images', () => {
  let stub: EcrStub;
  let workloads: Workload[];
  let troubled = false;
  const events = mockServices.events();
  type Started = Awaited<ReturnType<typeof startEcr>>;

  const start = (config: object = {}) =>
    startEcr({
      aws: stub.url,
      config: { ecr: { newestScanned: 2, ...config } },
      fleet: () => ({
        items: workloads,
        sources: [
          troubled
            ? {
                source: 'kubernetes',
                instance: 'shopstack',
                state: 'unavailable',
                reason: 'It cannot be reached',
              }
            : { source: 'kubernetes', instance: 'shopstack', state: 'ok' },
        ],
      }),
      features: [
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: async () => events,
        }),
      ],
      entities: [
        component(
          'cart',
          { 'aws.amazon.com/amazon-ecr-arn': arnOf('shopstack-cart') },
          { owner: 'group:default/team-checkout', title: 'Cart' },
        ),
        component(
          'order',
          { 'aws.amazon.com/amazon-ecr-arn': arnOf('shopstack-order') },
          { owner: 'group:default/team-orders' },
        ),
        stored('gone', arnOf('gone')),
      ],
    });
  const get = async ({ server }: Started, path: string, query: object = {}) => {
    const { status, body } = await request(server).get(path).query(query);
    expect(status).toBe(200);
    return body;
  };
  const images = async (started: Started, query: object = {}) =>
    (await get(started, pathOf('cart', 'images'), query)).items as {
      digest: string;
      scan: { status: string; counts?: object };
      runningIn: string[];
    }[];
  const statuses = async (started: Started) =>
    (await images(started)).map(({ scan }) => scan.status);
  const reads = () =>
    stub.calls
      .filter(({ operation }) => operation === 'DescribeImageScanFindings')
      .map(({ input }) => parseInt(input.imageId.imageDigest.slice(-8), 16));

  beforeAll(async () => {
    stub = await EcrStub.start();
  });
  beforeEach(() => {
    stub.reset();
    troubled = false;
    workloads = [runs('prod', `${uri('shopstack-cart')}:v1`, digestOf(1))];
    stub.repositories.set(
      'shopstack-cart',
      [1, 2, 3, 4].map(n => imageRow(n)),
    );
    stub.repositories.set('shopstack-order', []);
  });
  afterAll(() => stub.close());

  it('collects what runs and the newest, and leaves the rest unread', async () => {
    stub.scans.set(digestOf(1), highs(2));
    stub.scans.set(digestOf(3), completeScan([]));
    stub.scans.set(digestOf(4), { imageScanStatus: { status: 'PENDING' } });
    const started = await start();
    await started.collect();

    // What runs comes first.
    expect(reads()).toEqual([1, 4, 3]);
    expect(await images(started)).toMatchObject([
      { scan: { status: 'PENDING' } },
      { scan: { status: 'COMPLETE', counts: {} } },
      { scan: { status: 'NOT_READ' } },
      { scan: { status: 'COMPLETE', counts: { HIGH: 2 } } },
    ]);
    stub.forget();
    await started.collect();
    expect(stub.asked).toEqual([]);
  });

  it('filters by the state and the severity of scans', async () => {
    stub.scans.set(digestOf(1), highs(1));
    stub.scans.set(digestOf(4), completeScan([{ name: 'x', severity: 'LOW' }]));
    const started = await start();
    await started.collect();
    const digests = async (query: object) =>
      (await images(started, query)).map(({ digest }) => digest);
    expect(await digests({ severity: 'MEDIUM' })).toEqual([digestOf(1)]);
    expect(await digests({ severity: 'LOW' })).toEqual([
      digestOf(4),
      digestOf(1),
    ]);
    expect(await digests({ scan: 'COMPLETE', search: 'v4' })).toEqual([
      digestOf(4),
    ]);
    expect(await digests({ scan: 'NOT_READ' })).toEqual([digestOf(2)]);
  });

  it.each([
    'ACTIVE',
    'COMPLETE',
    'FAILED',
    'FINDINGS_UNAVAILABLE',
    'IMAGE_ARCHIVED',
    'IN_PROGRESS',
    'LIMIT_EXCEEDED',
    'PENDING',
    'SCAN_ELIGIBILITY_EXPIRED',
    'UNSUPPORTED_IMAGE',
  ])('shows the state %s as it is', async status => {
    stub.scans.set(digestOf(4), { imageScanStatus: { status } });
    const started = await start();
    await started.collect();
    expect((await statuses(started))[0]).toBe(status);
  });

  it('tells where an image runs, by the digest of the pods', async () => {
    const other = `${uri('shopstack-order')}:v2`;
    workloads = [
      ...['staging', 'dev', 'prod'].map(environment =>
        runs(environment, `${uri('shopstack-cart')}:v1`, digestOf(1)),
      ),
      // The same digest of another repository is another image.
      runs('prod', other, digestOf(2)),
      // A mirror serves what the registry holds.
      runs('prod', 'mirror.internal/cart:v3', digestOf(3)),
    ];
    const started = await start();
    expect((await images(started)).map(({ runningIn }) => runningIn)).toEqual([
      [],
      ['prod'],
      [],
      ['dev', 'staging', 'prod'],
    ]);
    const running = await images(started, { running: true });
    expect(running.map(({ digest }) => digest)).toEqual([
      digestOf(3),
      digestOf(1),
    ]);
  });

  it('knows an index by the image of a platform that runs', async () => {
    stub.repositories
      .get('shopstack-cart')!
      .push(
        imageRow(9, { imageManifestMediaType: INDEX, imageTags: ['v9'] }),
        imageRow(10, { imageTags: undefined }),
      );
    workloads = [runs('dev', `${uri('shopstack-cart')}:v9`, digestOf(10))];
    stub.operations.set('BatchGetImage', () =>
      awsAnswer({
        images: [
          {
            imageId: { imageDigest: digestOf(9) },
            imageManifest: JSON.stringify({
              manifests: [{ digest: digestOf(10) }],
            }),
          },
        ],
      }),
    );
    const started = await start();
    const runsIn = async () =>
      (await images(started, { search: 'v9' })).map(image => image.runningIn);
    expect(await runsIn()).toEqual([[]]);
    await started.collect();
    expect(await runsIn()).toEqual([['dev']]);
    await started.collect();
    expect(stub.asked.filter(name => name === 'BatchGetImage')).toHaveLength(1);

    // The page of the team has one row for it: the image whose scan counts.
    const { items } = await get(started, '/api/ecr/v1/service-scans');
    expect(items).toMatchObject([
      { image: { digest: digestOf(10), tags: ['v9'], runningIn: ['dev'] } },
    ]);
  });

  it('says so when a cluster does not tell what runs', async () => {
    troubled = true;
    const { sources } = await get(await start(), pathOf('cart', 'images'));
    expect(sources).toContainEqual({
      source: 'kubernetes',
      instance: 'shopstack',
      state: 'unavailable',
      reason: 'It cannot be reached',
    });
  });

  it('goes on with the other accounts and repositories when one fails', async () => {
    stub.repositories.set('shopstack-order', [imageRow(7)]);
    stub.scans.set(digestOf(7), completeScan([]));
    stub.operations.set('DescribeImageScanFindings', input =>
      input.repositoryName === 'shopstack-cart'
        ? awsError('AccessDeniedException')
        : awsAnswer(completeScan([])),
    );
    const started = await start();
    await started.collect();
    const { items } = await get(started, pathOf('order', 'images'));
    expect(items[0].scan.status).toBe('COMPLETE');
    expect(await statuses(started)).toEqual(Array(4).fill('NOT_READ'));
  });

  describe('findings', () => {
    const findings = (started: Started, number: number) =>
      get(started, pathOf('cart', 'findings'), {
        repositoryArn: arnOf('shopstack-cart'),
        digest: digestOf(number),
      });

    it('are read when somebody asks, once, and then the list knows them', async () => {
      stub.scans.set(digestOf(2), highs(3));
      const started = await start();
      const body = await findings(started, 2);
      expect(body).toMatchObject({
        total: 3,
        truncated: false,
        scan: { status: 'COMPLETE', type: 'basic', counts: { HIGH: 3 } },
        sources: [{ instance: 'shopstack-cart findings', state: 'ok' }],
      });
      expect(body.items).toHaveLength(3);
      expect((await statuses(started))[2]).toBe('COMPLETE');
      stub.forget();
      await findings(started, 2);
      expect(stub.asked).toEqual([]);
    });

    it('say what was left out', async () => {
      stub.scans.set(digestOf(2), highs(9));
      const body = await findings(await start({ maxFindings: 4 }), 2);
      expect(body).toMatchObject({ total: 9, truncated: true });
      expect(body.items).toHaveLength(4);
    });

    it('are not empty when they cannot be read', async () => {
      stub.operations.set('DescribeImageScanFindings', () =>
        awsError('AccessDeniedException'),
      );
      expect(await findings(await start(), 2)).toMatchObject({
        items: [],
        scan: { status: 'NOT_READ' },
        sources: [{ state: 'unavailable' }],
      });
    });

    it.each([
      ['a repository of somebody else', arnOf('shopstack-order'), 1, []],
      ['no ARN', '../../etc', 1, []],
      ['an image that is not there', undefined, 99, ['DescribeImages']],
    ])('are not read of %s', async (_what, repositoryArn, number, asked) => {
      const { server } = await start();
      for (const route of ['findings', 'image']) {
        const { status } = await request(server)
          .get(pathOf('cart', route))
          .query({
            repositoryArn: repositoryArn ?? arnOf('shopstack-cart'),
            digest: digestOf(number),
          });
        expect(status).toBe(404);
      }
      expect(stub.asked).toEqual(asked);
    });

    it('of an index are those of its images', async () => {
      stub.repositories.set('shopstack-cart', [
        imageRow(9, { imageManifestMediaType: INDEX }),
      ]);
      stub.operations.set('BatchGetImage', () =>
        awsAnswer({
          images: [
            {
              imageId: { imageDigest: digestOf(9) },
              imageManifest: JSON.stringify({
                manifests: [10, 11].map(number => ({
                  digest: digestOf(number),
                  platform: { os: 'linux', architecture: `a${number}` },
                })),
              }),
            },
          ],
        }),
      );
      stub.scans.set(digestOf(10), highs(2));
      stub.scans.set(digestOf(11), highs(3));
      expect(await findings(await start(), 9)).toMatchObject({
        total: 3,
        scan: { status: 'COMPLETE', counts: { HIGH: 3 } },
      });
    });
  });

  describe('of services', () => {
    beforeEach(() => {
      stub.repositories.set('shopstack-order', [imageRow(7)]);
      stub.scans.set(digestOf(1), highs(12));
      stub.scans.set(digestOf(7), completeScan([]));
      workloads.push(
        runs('dev', `${uri('shopstack-order')}:v7`, digestOf(7)),
        runs('dev', `${uri('shopstack-cart')}:v3`, digestOf(3)),
      );
    });

    it('stand the worst first, what nobody knows before what is clean, and cost no call', async () => {
      const started = await start();
      await started.collect();
      workloads.push(runs('qa', `${uri('shopstack-cart')}:v2`, digestOf(2)));
      stub.forget();
      const body = await get(started, '/api/ecr/v1/service-scans');

      expect(body.total).toBe(3);
      expect(body.items).toMatchObject([
        {
          entityRef: 'component:default/cart',
          title: 'Cart',
          owner: 'group:default/team-checkout',
          image: {
            digest: digestOf(1),
            tags: ['v1'],
            runningIn: ['prod'],
            scan: { counts: { HIGH: 12 } },
          },
        },
        { image: { digest: digestOf(3) } },
        { entityRef: 'component:default/order', title: 'order', worst: [] },
      ]);
      expect(body.items[0].worst).toHaveLength(10);
      expect(stub.asked).toEqual([]);
    });

    it('are those of the owners that one asks for', async () => {
      const started = await start();
      const body = await get(started, '/api/ecr/v1/service-scans', {
        ownedBy: 'group:default/team-orders',
      });
      // Nothing was read yet, and that is said.
      expect(body.items).toMatchObject([
        {
          entityRef: 'component:default/order',
          image: { tags: ['v7'], scan: { status: 'NOT_READ' } },
        },
      ]);
      expect(stub.asked).toEqual([]);

      const { status } = await request(started.server).get(
        '/api/ecr/v1/service-scans?ownedBy=a:b:c/d',
      );
      expect(status).toBe(400);
    });
  });

  describe('events of EventBridge', () => {
    const publish = (detailType: string, detail: object, source = 'aws.ecr') =>
      events.publish({
        topic: source,
        eventPayload: {
          source,
          'detail-type': detailType,
          account: '123456789012',
          region: 'us-east-1',
          detail,
        },
      });
    const until = async (condition: () => Promise<boolean>) => {
      while (!(await condition())) {
        await new Promise(resolve => setTimeout(resolve, 20));
      }
    };

    it('make a push show at once', async () => {
      const started = await start({ maxAgeSeconds: 3_600 });
      expect(await images(started)).toHaveLength(4);
      stub.repositories.get('shopstack-cart')!.push(imageRow(5));
      expect(await images(started)).toHaveLength(4);
      await publish('ECR Image Action', {
        'repository-name': 'shopstack-cart',
      });
      await until(async () => (await images(started)).length === 5);
    });

    it.each([
      ['ECR Image Scan', 'aws.ecr', 'shopstack-cart'],
      ['Inspector2 Scan', 'aws.inspector2', arnOf('shopstack-cart')],
    ])('read a scan again after %s', async (type, source, name) => {
      stub.scans.set(digestOf(4), { imageScanStatus: { status: 'PENDING' } });
      const started = await start();
      await started.collect();
      expect((await statuses(started))[0]).toBe('PENDING');
      stub.scans.set(digestOf(4), highs(1));
      const detail = { 'repository-name': name, 'image-digest': digestOf(4) };
      await publish(type, detail, source);
      await until(async () => (await statuses(started))[0] === 'COMPLETE');
    });

    it('read nothing of a repository that nobody names', async () => {
      await start();
      await publish('ECR Image Scan', {
        'repository-name': 'elsewhere',
        'image-digest': digestOf(4),
      });
      await publish('ECR Image Scan', { 'repository-name': '../..' });
      expect(stub.asked).toEqual([]);
    });
  });
});
