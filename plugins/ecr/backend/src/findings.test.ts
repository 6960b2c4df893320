import { awsAnswer, awsError } from '@shopstack/plugin-kit-node/testUtils';
import request from 'supertest';
import { arnOf, digestOf, imageRow } from './__testUtils__/EcrStub';
import { highs, INDEX, ScanScene } from './__testUtils__/ScanScene';
import { pathOf, startEcr } from './__testUtils__/startEcr';

type Started = Awaited<ReturnType<typeof startEcr>>;

describe('findings of an image', () => {
  let scene: ScanScene;

  beforeAll(async () => {
    scene = await ScanScene.start();
  });
  beforeEach(() => scene.reset());
  afterAll(() => scene.stub.close());

  const findings = (started: Started, number: number) =>
    scene.get(started, pathOf('cart', 'findings'), {
      repositoryArn: arnOf('shopstack-cart'),
      digest: digestOf(number),
    });

  it('are read when somebody asks, once, and then the list knows them', async () => {
    scene.stub.scans.set(digestOf(2), highs(3));
    const started = await scene.open();
    const body = await findings(started, 2);
    expect(body).toMatchObject({
      total: 3,
      truncated: false,
      scan: { status: 'COMPLETE', type: 'basic', counts: { HIGH: 3 } },
      sources: [{ instance: 'shopstack-cart findings', state: 'ok' }],
    });
    expect(body.items).toHaveLength(3);
    expect((await scene.statuses(started))[2]).toBe('COMPLETE');
    scene.stub.forget();
    await findings(started, 2);
    expect(scene.stub.asked).toEqual([]);
  });

  it('say what was left out', async () => {
    scene.stub.scans.set(digestOf(2), highs(9));
    const body = await findings(await scene.open({ maxFindings: 4 }), 2);
    expect(body).toMatchObject({ total: 9, truncated: true });
    expect(body.items).toHaveLength(4);
  });

  it('are not empty when they cannot be read', async () => {
    scene.stub.operations.set('DescribeImageScanFindings', () =>
      awsError('AccessDeniedException'),
    );
    expect(await findings(await scene.open(), 2)).toMatchObject({
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
    const { server } = await scene.open();
    for (const route of ['findings', 'image']) {
      const { status } = await request(server)
        .get(pathOf('cart', route))
        .query({
          repositoryArn: repositoryArn ?? arnOf('shopstack-cart'),
          digest: digestOf(number),
        });
      expect(status).toBe(404);
    }
    expect(scene.stub.asked).toEqual(asked);
  });

  it('of an index are those of its images', async () => {
    scene.stub.repositories.set('shopstack-cart', [
      imageRow(9, { imageManifestMediaType: INDEX }),
    ]);
    scene.stub.operations.set('BatchGetImage', () =>
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
    scene.stub.scans.set(digestOf(10), highs(2));
    scene.stub.scans.set(digestOf(11), highs(3));
    expect(await findings(await scene.open(), 9)).toMatchObject({
      total: 3,
      scan: { status: 'COMPLETE', counts: { HIGH: 3 } },
    });
  });
});
