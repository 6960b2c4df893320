import { map } from './__testUtils__/mapObjects';
import { deployment, pod } from './__testUtils__/objects';

describe('the trouble of pods', () => {
  it.each([
    [
      'a container that waits',
      pod({ ready: false, waiting: 'ImagePullBackOff' }),
      'ImagePullBackOff',
    ],
    [
      'a container that was ended',
      pod({ ready: false, lastEnded: 'OOMKilled' }),
      'OOMKilled',
    ],
    [
      'a pod without a place',
      pod({
        ready: false,
        waiting: 'ContainerCreating',
        conditions: [
          { type: 'PodScheduled', status: 'False', reason: 'Unschedulable' },
        ],
      }),
      'Unschedulable',
    ],
    [
      'a pod that is starting',
      pod({ ready: false, waiting: 'ContainerCreating' }),
      undefined,
    ],
    ['a ready pod that once failed', pod({ lastEnded: 'Error' }), undefined],
  ])('names the trouble of %s', (_, each, expected) => {
    expect(
      map({ deployments: [deployment()], pods: [each] }).workloads[0].trouble,
    ).toBe(expected);
  });

  it('names the trouble of a Deployment that makes no pods', () => {
    const conditions = [
      {
        type: 'Available',
        status: 'False',
        reason: 'MinimumReplicasUnavailable',
      },
      { type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate' },
    ];
    expect(
      map({ deployments: [deployment({ status: { conditions } })] })
        .workloads[0].trouble,
    ).toBe('FailedCreate');
  });
});
