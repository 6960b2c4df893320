import { REGISTRY, TestCluster, workload } from '../__testUtils__/openCluster';
import { isReady } from './podState';

// Many steps each, on a machine that may do other things meanwhile.
jest.setTimeout(60_000);

describe('the controllers of the cluster', () => {
  let test: TestCluster;

  beforeEach(() => {
    test = new TestCluster();
  });

  afterEach(() => test.close());

  const available = (name: string = 'tea') =>
    test.find('Deployment', name).status?.availableReplicas ?? 0;

  const condition = (type: string) =>
    test
      .find('Deployment', 'tea')
      .status?.conditions?.find((each: any) => each.type === type);

  const isNew = (pod: any) => pod.spec.containers[0].image === 'nginx:2';

  it('bring a Deployment up, with the digest that the registry has', async () => {
    test.pushImage('shopstack-tea', 'v1', 'sha256:one');
    const image = `${REGISTRY}/shopstack-tea:v1`;
    test.create(workload('Deployment', { image, replicas: 2 }));
    await test.until(() => available() === 2);

    const [pod] = test.pods();
    expect(pod.status.phase).toBe('Running');
    expect(pod.status.containerStatuses[0]).toMatchObject({
      image,
      imageID: `docker-pullable://${REGISTRY}/shopstack-tea@sha256:one`,
      ready: true,
    });
    const deployment = test.find('Deployment', 'tea');
    expect(deployment.status).toMatchObject({
      observedGeneration: 1,
      replicas: 2,
      updatedReplicas: 2,
      readyReplicas: 2,
    });
    expect(condition('Available').status).toBe('True');
    expect(condition('Progressing').reason).toBe('NewReplicaSetAvailable');
    expect(
      deployment.metadata.annotations?.['deployment.kubernetes.io/revision'],
    ).toBe('1');
    const [replicaSet] = test.cluster.list('apps/v1', 'ReplicaSet', 'shop');
    expect(pod.metadata.labels?.['pod-template-hash']).toBe(
      replicaSet.metadata.labels?.['pod-template-hash'],
    );
    expect(pod.metadata.ownerReferences?.[0].uid).toBe(replicaSet.metadata.uid);
  });

  it('pass through pending and starting at normal pace', async () => {
    test.world.clock.setPace(1);
    test.create(workload('Deployment'));
    await test.until(() => test.pods()[0]?.status.phase === 'Pending');
    const [{ state }] = test.pods()[0].status.containerStatuses;
    expect(state.waiting.reason).toBe('ContainerCreating');
    const seen: string[] = [];
    await test.until(() => {
      const [pod] = test.pods();
      seen.push(`${pod.status.phase} ${isReady(pod)}`);
      return isReady(pod);
    });
    expect(new Set(seen)).toEqual(
      new Set(['Pending false', 'Running false', 'Running true']),
    );
    const events = test.cluster
      .list('v1', 'Event', 'shop')
      .map(({ reason }) => reason);
    expect(events).toEqual(
      expect.arrayContaining([
        'Scheduled',
        'Pulled',
        'Started',
        'SuccessfulCreate',
        'ScalingReplicaSet',
      ]),
    );
  });

  it('say that an image is missing, give up at the deadline, and go on when it comes', async () => {
    test.create(
      workload('Deployment', {
        image: `${REGISTRY}/shopstack-tea:v2`,
        spec: { progressDeadlineSeconds: 1 },
      }),
    );
    await test.until(
      () => condition('Progressing')?.reason === 'ProgressDeadlineExceeded',
    );
    const [pod] = test.pods();
    expect(pod.status.containerStatuses[0].state.waiting).toMatchObject({
      reason: 'ImagePullBackOff',
      message: expect.stringContaining('shopstack-tea:v2'),
    });
    expect(condition('Available').status).toBe('False');
    expect(
      test.cluster
        .list('v1', 'Event', 'shop')
        .filter(({ type }) => type === 'Warning')
        .map(({ reason }) => reason),
    ).toEqual(expect.arrayContaining(['Failed', 'BackOff']));

    test.pushImage('shopstack-tea', 'v2', 'sha256:two');
    await test.until(() => available() === 1);
    expect(condition('Progressing').reason).toBe('NewReplicaSetAvailable');
  });

  it('roll a new template out without losing available pods', async () => {
    test.create(workload('Deployment', { replicas: 3 }));
    await test.until(() => available() === 3);
    let least = 3;
    const stop = test.cluster.changes.listen(() => {
      least = Math.min(least, test.pods().filter(isReady).length);
    });
    const { template } = structuredClone(test.find('Deployment', 'tea').spec);
    template.spec.containers[0].image = 'nginx:2';
    test.change('Deployment', 'tea', { template });
    await test.until(
      () =>
        test.pods().every(isNew) &&
        available() === 3 &&
        test.pods().length === 3,
    );
    stop();
    expect(least).toBe(3);
    const sets = test.cluster.list('apps/v1', 'ReplicaSet', 'shop');
    expect(sets.map(({ spec }) => spec.replicas).sort()).toEqual([0, 3]);
  });

  it('scale to zero, and leave no pod', async () => {
    test.create(workload('Deployment', { replicas: 2 }));
    await test.until(() => available() === 2);
    test.change('Deployment', 'tea', { replicas: 0 });
    await test.until(() => test.pods().length === 0);
    await test.until(
      () => condition('Progressing').reason === 'NewReplicaSetAvailable',
    );
    expect(test.find('Deployment', 'tea').status.observedGeneration).toBe(2);
  });

  it('replace a pod that somebody deleted', async () => {
    test.create(workload('Deployment'));
    await test.until(() => available() === 1);
    const [{ metadata }] = test.pods();
    test.cluster.delete(`/v1/Pod/shop/${metadata.name}`);
    await test.until(
      () =>
        available() === 1 &&
        test.pods().length === 1 &&
        test.pods()[0].metadata.name !== metadata.name,
    );
    expect(test.cluster.list('apps/v1', 'ReplicaSet', 'shop')).toHaveLength(1);
  });

  it('delete what a Deployment and a namespace hold with them', async () => {
    test.create(workload('Deployment'));
    test.create(workload('Deployment', { name: 'milk' }));
    await test.until(() => available() + available('milk') === 2);
    test.cluster.delete('apps/v1/Deployment/shop/tea');
    await test.until(() => test.pods().length === 1);
    test.cluster.delete('/v1/Namespace//shop');
    await test.until(
      () =>
        ![...test.cluster.all()].some(
          ({ metadata }) =>
            metadata.namespace === 'shop' || metadata.name === 'shop',
        ),
    );
    expect(test.cluster.list('apps/v1', 'ReplicaSet')).toEqual([]);
  });

  it('run StatefulSets in order', async () => {
    test.create(
      workload('StatefulSet', {
        replicas: 2,
        spec: {
          volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: {} }],
        },
      }),
    );
    const order: string[] = [];
    test.cluster.changes.listen(({ type, object }) => {
      if (object.kind === 'Pod' && type === 'ADDED') {
        order.push(
          `${object.metadata.name} after ${test.pods().filter(isReady).length}`,
        );
      }
    });
    const set = () => test.find('StatefulSet', 'tea').status;
    await test.until(() => set()?.readyReplicas === 2);
    expect(order).toEqual(['tea-0 after 0', 'tea-1 after 1']);
    expect(set()).toMatchObject({
      replicas: 2,
      updatedReplicas: 2,
      currentReplicas: 2,
    });
    const claims = test.cluster.list('v1', 'PersistentVolumeClaim', 'shop');
    expect(
      claims.map(({ metadata, status }) => [metadata.name, status.phase]),
    ).toEqual([
      ['data-tea-0', 'Bound'],
      ['data-tea-1', 'Bound'],
    ]);
  });

  it('run DaemonSets on every node, and Jobs to their end', async () => {
    test.create(workload('DaemonSet'));
    test.create(workload('Job', { name: 'once' }));
    const nodes = test.cluster.list('v1', 'Node').length;
    await test.until(
      () => test.find('DaemonSet', 'tea').status?.numberReady === nodes,
    );
    await test.until(
      () => test.find('Job', 'once', 'batch/v1').status?.succeeded === 1,
    );
    expect(
      test.find('Job', 'once', 'batch/v1').status.conditions,
    ).toMatchObject([{ type: 'Complete', status: 'True' }]);
  });

  it('keep a Deployment within its autoscaler, but leave zero alone', async () => {
    test.create(workload('Deployment', { replicas: 1 }));
    test.create({
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'tea', namespace: 'shop' },
      spec: {
        minReplicas: 2,
        maxReplicas: 4,
        scaleTargetRef: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name: 'tea',
        },
        metrics: [
          {
            type: 'Resource',
            resource: {
              name: 'cpu',
              target: { type: 'Utilization', averageUtilization: 70 },
            },
          },
        ],
      },
    });
    const scaler = () =>
      test.find('HorizontalPodAutoscaler', 'tea', 'autoscaling/v2').status;
    await test.until(
      () => available() === 2 && scaler()?.currentReplicas === 2,
    );
    expect(
      scaler().currentMetrics[0].resource.current.averageUtilization,
    ).toBeGreaterThan(0);
    test.change('Deployment', 'tea', { replicas: 0 });
    await test.until(
      () => test.pods().length === 0 && scaler()?.desiredReplicas === 0,
    );
    expect(scaler().conditions).toContainEqual(
      expect.objectContaining({
        type: 'ScalingActive',
        reason: 'ScalingDisabled',
      }),
    );
  });

  it('go on after a kill with pods that were starting', async () => {
    test.world.clock.setPace(1);
    test.create(workload('Deployment', { replicas: 2 }));
    await test.until(() =>
      test.pods().some(({ status }) => status.phase === 'Running'),
    );
    const names = test.pods().map(({ metadata }) => metadata.name);
    await test.world.close();

    test.open();
    await test.until(() => available() === 2);
    expect(test.pods().map(({ metadata }) => metadata.name)).toEqual(names);
  });

  it('do nothing to a world that is at rest', async () => {
    test.create(workload('Deployment', { replicas: 2 }));
    await test.until(() => available() === 2);
    await test.until(() => true);
    const { writes } = test.world.store;
    await test.world.ticker.runOnce();
    await test.world.ticker.runOnce();
    expect(test.world.store.writes).toBe(writes);
  });
});
