import { awsAnswer, awsError } from '@shopstack/plugin-kit-node/testUtils';
import { completeScan, digestOf, imageRow } from './__testUtils__/EcrStub';
import { highs, INDEX, uri, ScanScene } from './__testUtils__/ScanScene';
import { pathOf, runs } from './__testUtils__/startEcr';

describe('scans of images', () => {
  let scene: ScanScene;

  beforeAll(async () => {
    scene = await ScanScene.start();
  });
  beforeEach(() => scene.reset());
  afterAll(() => scene.stub.close());

  it('collects what runs and the newest, and leaves the rest unread', async () => {
    scene.stub.scans.set(digestOf(1), highs(2));
    scene.stub.scans.set(digestOf(3), completeScan([]));
    scene.stub.scans.set(digestOf(4), {
      imageScanStatus: { status: 'PENDING' },
    });
    const started = await scene.open();
    await started.collect();

    // What runs comes first.
    expect(scene.reads).toEqual([1, 4, 3]);
    expect(await scene.images(started)).toMatchObject([
      { scan: { status: 'PENDING' } },
      { scan: { status: 'COMPLETE', counts: {} } },
      { scan: { status: 'NOT_READ' } },
      { scan: { status: 'COMPLETE', counts: { HIGH: 2 } } },
    ]);
    scene.stub.forget();
    await started.collect();
    expect(scene.stub.asked).toEqual([]);
  });

  it('filters by the state and the severity of scans', async () => {
    scene.stub.scans.set(digestOf(1), highs(1));
    scene.stub.scans.set(
      digestOf(4),
      completeScan([{ name: 'x', severity: 'LOW' }]),
    );
    const started = await scene.open();
    await started.collect();
    const digests = async (query: object) =>
      (await scene.images(started, query)).map(({ digest }) => digest);
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
    scene.stub.scans.set(digestOf(4), { imageScanStatus: { status } });
    const started = await scene.open();
    await started.collect();
    expect((await scene.statuses(started))[0]).toBe(status);
  });

  it('tells where an image runs, by the digest of the pods', async () => {
    const other = `${uri('shopstack-order')}:v2`;
    scene.workloads = [
      ...['staging', 'dev', 'prod'].map(environment =>
        runs(environment, `${uri('shopstack-cart')}:v1`, digestOf(1)),
      ),
      // The same digest of another repository is another image.
      runs('prod', other, digestOf(2)),
      // A mirror serves what the registry holds.
      runs('prod', 'mirror.internal/cart:v3', digestOf(3)),
    ];
    const started = await scene.open();
    expect(
      (await scene.images(started)).map(({ runningIn }) => runningIn),
    ).toEqual([[], ['prod'], [], ['dev', 'staging', 'prod']]);
    const running = await scene.images(started, { running: true });
    expect(running.map(({ digest }) => digest)).toEqual([
      digestOf(3),
      digestOf(1),
    ]);
  });

  it('knows an index by the image of a platform that runs', async () => {
    scene.stub.repositories
      .get('shopstack-cart')!
      .push(
        imageRow(9, { imageManifestMediaType: INDEX, imageTags: ['v9'] }),
        imageRow(10, { imageTags: undefined }),
      );
    scene.workloads = [
      runs('dev', `${uri('shopstack-cart')}:v9`, digestOf(10)),
    ];
    scene.stub.operations.set('BatchGetImage', () =>
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
    const started = await scene.open();
    const runsIn = async () =>
      (await scene.images(started, { search: 'v9' })).map(
        image => image.runningIn,
      );
    expect(await runsIn()).toEqual([[]]);
    await started.collect();
    expect(await runsIn()).toEqual([['dev']]);
    await started.collect();
    expect(
      scene.stub.asked.filter(name => name === 'BatchGetImage'),
    ).toHaveLength(1);

    // The page of the team has one row for it: the image whose scan counts.
    const { items } = await scene.get(started, '/api/ecr/v1/service-scans');
    expect(items).toMatchObject([
      { image: { digest: digestOf(10), tags: ['v9'], runningIn: ['dev'] } },
    ]);
  });

  it('says so when a cluster does not tell what runs', async () => {
    scene.isClusterDown = true;
    const { sources } = await scene.get(
      await scene.open(),
      pathOf('cart', 'images'),
    );
    expect(sources).toContainEqual({
      source: 'kubernetes',
      instance: 'shopstack',
      state: 'unavailable',
      reason: 'It cannot be reached',
    });
  });

  it('goes on with the other accounts and repositories when one fails', async () => {
    scene.stub.repositories.set('shopstack-order', [imageRow(7)]);
    scene.stub.scans.set(digestOf(7), completeScan([]));
    scene.stub.operations.set('DescribeImageScanFindings', input =>
      input.repositoryName === 'shopstack-cart'
        ? awsError('AccessDeniedException')
        : awsAnswer(completeScan([])),
    );
    const started = await scene.open();
    await started.collect();
    const { items } = await scene.get(started, pathOf('order', 'images'));
    expect(items[0].scan.status).toBe('COMPLETE');
    expect(await scene.statuses(started)).toEqual(Array(4).fill('NOT_READ'));
  });
});
