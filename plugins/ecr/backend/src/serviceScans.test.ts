import request from 'supertest';
import { completeScan, digestOf, imageRow } from './__testUtils__/EcrStub';
import { highs, uri, ScanScene } from './__testUtils__/ScanScene';
import { runs } from './__testUtils__/startEcr';

describe('scans of services', () => {
  let scene: ScanScene;

  beforeAll(async () => {
    scene = await ScanScene.start();
  });
  beforeEach(() => scene.reset());
  afterAll(() => scene.stub.close());

  beforeEach(() => {
    scene.stub.repositories.set('shopstack-order', [imageRow(7)]);
    scene.stub.scans.set(digestOf(1), highs(12));
    scene.stub.scans.set(digestOf(7), completeScan([]));
    scene.workloads.push(
      runs('dev', `${uri('shopstack-order')}:v7`, digestOf(7)),
      runs('dev', `${uri('shopstack-cart')}:v3`, digestOf(3)),
    );
  });

  it('stand the worst first, what nobody knows before what is clean, and cost no call', async () => {
    const started = await scene.open();
    await started.collect();
    scene.workloads.push(
      runs('qa', `${uri('shopstack-cart')}:v2`, digestOf(2)),
    );
    scene.stub.forget();
    const body = await scene.get(started, '/api/ecr/v1/service-scans');

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
    expect(scene.stub.asked).toEqual([]);
  });

  it('are those of the owners that one asks for', async () => {
    const started = await scene.open();
    const body = await scene.get(started, '/api/ecr/v1/service-scans', {
      ownedBy: 'group:default/team-orders',
    });
    // Nothing was read yet, and that is said.
    expect(body.items).toMatchObject([
      {
        entityRef: 'component:default/order',
        image: { tags: ['v7'], scan: { status: 'NOT_READ' } },
      },
    ]);
    expect(scene.stub.asked).toEqual([]);

    const { status } = await request(started.server).get(
      '/api/ecr/v1/service-scans?ownedBy=a:b:c/d',
    );
    expect(status).toBe(400);
  });
});
