import { arnOf, digestOf, imageRow } from '../__testUtils__/EcrStub';
import { highs, ScanScene } from '../__testUtils__/ScanScene';

describe('events of EventBridge', () => {
  let scene: ScanScene;

  beforeAll(async () => {
    scene = await ScanScene.start();
  });
  beforeEach(() => scene.reset());
  afterAll(() => scene.stub.close());

  const publish = (detailType: string, detail: object, source = 'aws.ecr') =>
    scene.events.publish({
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
    const started = await scene.open({ maxAgeSeconds: 3_600 });
    expect(await scene.images(started)).toHaveLength(4);
    scene.stub.repositories.get('shopstack-cart')!.push(imageRow(5));
    expect(await scene.images(started)).toHaveLength(4);
    await publish('ECR Image Action', {
      'repository-name': 'shopstack-cart',
    });
    await until(async () => (await scene.images(started)).length === 5);
  });

  it.each([
    ['ECR Image Scan', 'aws.ecr', 'shopstack-cart'],
    ['Inspector2 Scan', 'aws.inspector2', arnOf('shopstack-cart')],
  ])('read a scan again after %s', async (type, source, name) => {
    scene.stub.scans.set(digestOf(4), {
      imageScanStatus: { status: 'PENDING' },
    });
    const started = await scene.open();
    await started.collect();
    expect((await scene.statuses(started))[0]).toBe('PENDING');
    scene.stub.scans.set(digestOf(4), highs(1));
    const detail = { 'repository-name': name, 'image-digest': digestOf(4) };
    await publish(type, detail, source);
    await until(async () => (await scene.statuses(started))[0] === 'COMPLETE');
  });

  it('read nothing of a repository that nobody names', async () => {
    await scene.open();
    await publish('ECR Image Scan', {
      'repository-name': 'elsewhere',
      'image-digest': digestOf(4),
    });
    await publish('ECR Image Scan', { 'repository-name': '../..' });
    expect(scene.stub.asked).toEqual([]);
  });
});
