import { toEnvironmentWorkloads } from './EnvironmentWorkload';
import { DIGEST, SHA, workload } from './testing';

const warning = (reason: string, lastAt: string) => ({
  type: 'Warning' as const,
  reason,
  message: `${reason} happened`,
  object: 'Pod/cart-1',
  count: 1,
  lastAt,
});

describe('toEnvironmentWorkloads', () => {
  it('adds up the workloads of an environment, and takes the version of the main one', () => {
    const worker = workload({
      name: 'cart-worker',
      desired: 3,
      ready: 1,
      restarts: 4,
      trouble: 'OOMKilled',
      images: [{ container: 'worker', image: 'r/worker:9', pods: 3 }],
      events: [warning('BackOff', '2026-11-20T11:00:00Z')],
    });
    const autoscaler = { name: 'cart', min: 2, max: 5, limited: false };
    const web = workload({
      autoscaler,
      events: [warning('Unhealthy', '2026-11-20T10:00:00Z')],
    });
    const prod = workload({ environment: 'prod', desired: 4, ready: 4 });
    expect(toEnvironmentWorkloads([worker, web, prod])).toEqual([
      {
        environment: 'dev',
        desired: 5,
        ready: 3,
        restarts: 5,
        trouble: 'OOMKilled',
        image: `registry/shopstack-cart:${SHA}`,
        runningDigest: DIGEST,
        autoscaler,
        warning: expect.objectContaining({ reason: 'BackOff' }),
      },
      expect.objectContaining({ environment: 'prod', ready: 4 }),
    ]);
  });

  it('takes one that runs where none is named as the service', () => {
    const idle = workload({ name: 'a', ready: 0, images: [] });
    const active = workload({ name: 'b' });
    expect(toEnvironmentWorkloads([idle, active])).toMatchObject([
      { runningDigest: DIGEST },
    ]);
  });

  it('does without images', () => {
    expect(toEnvironmentWorkloads([workload({ images: [] })])).toMatchObject([
      { image: undefined, runningDigest: undefined },
    ]);
  });
});
