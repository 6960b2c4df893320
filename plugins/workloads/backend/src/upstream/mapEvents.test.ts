import { map } from './__testUtils__/mapObjects';
import { deployment, warning } from './__testUtils__/objects';

describe('the events of a workload', () => {
  it('finds the warnings of pods that are gone by the name they were made of', () => {
    const [{ events }] = map({
      deployments: [deployment()],
      events: [
        warning(
          { kind: 'Pod', name: 'cart-7d9f6c5b8-zzzzz' },
          '2026-11-20T10:00:00Z',
        ),
        warning(
          { kind: 'ReplicaSet', name: 'cart-7d9f6c5b8' },
          '2026-11-20T10:01:00Z',
        ),
        warning(
          { kind: 'Pod', name: 'cart-worker-7d9f6c5b8-zzzzz' },
          '2026-11-20T10:02:00Z',
        ),
      ],
    }).workloads;
    expect(events.map(({ object }) => object)).toEqual([
      'ReplicaSet/cart-7d9f6c5b8',
      'Pod/cart-7d9f6c5b8-zzzzz',
    ]);
  });

  it('shows the ten latest warnings', () => {
    const events = Array.from({ length: 30 }, (_, index) =>
      warning(
        { kind: 'Deployment', name: 'cart' },
        `2026-11-20T10:${10 + index}:00Z`,
        `Reason${index}`,
      ),
    );
    const [workload] = map({ deployments: [deployment()], events }).workloads;
    expect(workload.events).toHaveLength(10);
    expect(workload.events[0].reason).toBe('Reason29');
  });
});
