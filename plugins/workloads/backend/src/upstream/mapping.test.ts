import { ClusterObjects } from './ClusterObjects';
import { PODS } from './resources';
import { map } from './__testUtils__/mapObjects';
import {
  autoscaler,
  deployment,
  DIGEST,
  LABELS,
  pod,
  warning,
} from './__testUtils__/objects';

describe('toWorkloads', () => {
  it('joins a Deployment with its pods, its autoscaler and its warnings', () => {
    const { workloads } = map({
      deployments: [deployment()],
      pods: [
        pod({ restarts: 2 }),
        pod({
          name: 'cart-7d9f6c5b8-qqqqq',
          created: '2026-11-20T11:00:00Z',
          ready: false,
          waiting: 'CrashLoopBackOff',
          restarts: 3,
          imageID: '',
        }),
        pod({ name: 'report-1', owner: { kind: 'Job', name: 'report' } }),
        pod({
          name: 'other-x',
          labels: { 'pod-template-hash': 'x' },
          owner: { kind: 'ReplicaSet', name: 'other-x' },
        }),
      ],
      autoscalers: [autoscaler()],
      events: [
        warning(
          { kind: 'Pod', name: 'cart-7d9f6c5b8-qqqqq' },
          '2026-11-20T11:05:00Z',
        ),
        warning(
          { kind: 'Deployment', name: 'cart' },
          '2026-11-20T11:06:00Z',
          'FailedCreate',
        ),
        warning({ kind: 'Pod', name: 'other-x-1' }, '2026-11-20T11:07:00Z'),
      ],
    });
    expect(workloads).toEqual([
      {
        cluster: 'shop',
        namespace: 'cart-dev',
        kind: 'Deployment',
        name: 'cart',
        service: 'cart',
        environment: 'dev',
        basis: 'known',
        desired: 2,
        ready: 1,
        restarts: 5,
        trouble: 'CrashLoopBackOff',
        images: [
          {
            container: 'app',
            image: 'registry/cart:1',
            digest: DIGEST,
            pods: 1,
          },
          { container: 'app', image: 'registry/cart:1', pods: 1 },
        ],
        autoscaler: {
          name: 'cart',
          min: 2,
          max: 5,
          current: 2,
          desired: 3,
          limited: false,
        },
        events: [
          {
            type: 'Warning',
            reason: 'FailedCreate',
            message: 'Back-off restarting failed container',
            object: 'Deployment/cart',
            count: 7,
            lastAt: '2026-11-20T11:06:00Z',
          },
          {
            type: 'Warning',
            reason: 'BackOff',
            message: 'Back-off restarting failed container',
            object: 'Pod/cart-7d9f6c5b8-qqqqq',
            count: 7,
            lastAt: '2026-11-20T11:05:00Z',
          },
        ],
      },
    ]);
  });

  it('keeps nothing of what containers are given', () => {
    const objects = new ClusterObjects();
    objects.put(PODS, pod());
    expect(JSON.stringify(objects.pods)).not.toContain('plaintext-secret');
  });

  it('counts a DaemonSet by its nodes and a StatefulSet by its replicas', () => {
    const { workloads } = map({
      daemonSets: [
        deployment({
          name: 'agent',
          spec: { replicas: undefined },
          status: { desiredNumberScheduled: 4, numberReady: 3 },
        }),
      ],
      statefulSets: [
        deployment({
          name: 'queue',
          spec: { replicas: undefined },
          status: { readyReplicas: undefined },
        }),
      ],
      pods: [
        pod({ name: 'queue-0', owner: { kind: 'StatefulSet', name: 'queue' } }),
      ],
    });
    expect(
      workloads.map(({ kind, desired, ready }) => [kind, desired, ready]),
    ).toEqual([
      ['DaemonSet', 4, 3],
      ['StatefulSet', 1, 1],
    ]);
  });

  it('tells the pods of a Rollout from those of a Deployment', () => {
    const { workloads } = map({
      deployments: [deployment()],
      rollouts: [deployment()],
      pods: [
        pod({
          labels: {
            'pod-template-hash': '',
            'rollouts-pod-template-hash': '7d9f6c5b8',
          },
          restarts: 4,
        }),
      ],
    });
    expect(workloads.map(({ kind, restarts }) => [kind, restarts])).toEqual([
      ['Deployment', 0],
      ['Rollout', 4],
    ]);
  });

  it.each([
    ['the namespace', { name: 'cart', namespace: 'cart-prod' }, 'shop', 'prod'],
    [
      'the name',
      { name: 'cart-staging', namespace: 'shop' },
      'shop',
      'staging',
    ],
    ['the cluster', { name: 'cart', namespace: 'shop' }, 'eu-prod', 'prod'],
  ])(
    'infers the environment from %s where labels are missing',
    (_, place, cluster, environment) => {
      const labels = { 'shopstack.dev/service': 'cart' };
      expect(
        map({ deployments: [deployment({ ...place, labels })] }, { cluster })
          .workloads,
      ).toEqual([
        expect.objectContaining({
          service: 'cart',
          environment,
          basis: 'inferred',
        }),
      ]);
    },
  );

  it('names what has no environment', () => {
    const lost = deployment({
      namespace: 'shop',
      labels: { 'shopstack.dev/service': 'cart' },
    });
    expect(map({ deployments: [lost] })).toEqual({
      workloads: [],
      homeless: ['shop/cart'],
    });
  });

  it('takes the service that was asked for where objects name none', () => {
    const bare = deployment({ namespace: 'cart-prod', labels: {} });
    expect(map({ deployments: [bare] }, { service: 'cart' }).workloads).toEqual(
      [expect.objectContaining({ service: 'cart', environment: 'prod' })],
    );
  });

  it('leaves out what cannot be read, and keeps the rest', () => {
    const { workloads } = map({
      deployments: [
        null,
        7,
        { metadata: {} },
        deployment({ labels: { ...LABELS } }),
      ],
      pods: ['odd', { metadata: { name: 'p', labels: 3 } }],
      autoscalers: [{ metadata: { name: 'x' }, spec: {} }],
    });
    expect(workloads).toHaveLength(1);
  });
});
