import type { ArgocdApplication } from '@shopstack/plugin-argocd-common';
import type { Workload } from '@shopstack/plugin-workloads-common';
import { joinRunningImages } from './joinRunningImages';

const digest = (digit: string) => `sha256:${digit.repeat(64)}`;
const application = (more: Partial<ArgocdApplication> = {}) =>
  ({
    service: 'cart',
    environment: 'prod',
    destination: { namespace: 'cart-prod' },
    ...more,
  }) as ArgocdApplication;
const workload = (more: Partial<Workload> = {}) =>
  ({
    service: 'cart',
    environment: 'prod',
    namespace: 'cart-prod',
    images: [
      { container: 'cart', image: 'r/cart:v2', digest: digest('b'), pods: 2 },
    ],
    ...more,
  }) as Workload;
const ok = [{ source: 'kubernetes', state: 'ok' as const }];

describe('joinRunningImages', () => {
  it('adds up the pods of its own environment, by image and digest', () => {
    const old = {
      container: 'cart',
      image: 'r/cart:v1',
      digest: digest('a'),
      pods: 1,
    };
    expect(
      joinRunningImages(application(), {
        items: [
          workload(),
          workload({
            images: [old, { ...old, digest: digest('b'), image: 'r/cart:v2' }],
          }),
          workload({ environment: 'dev' }),
        ],
        sources: ok,
      }),
    ).toEqual([
      { image: 'r/cart:v2', digest: digest('b'), pods: 3 },
      { image: 'r/cart:v1', digest: digest('a'), pods: 1 },
    ]);
  });

  it('goes by the namespace where the application names no environment', () => {
    expect(
      joinRunningImages(application({ environment: undefined }), {
        items: [workload(), workload({ namespace: 'cart-dev' })],
        sources: ok,
      }),
    ).toHaveLength(1);
  });

  it('tells nothing running from nothing told', () => {
    const none = (sources: { source: string; state: 'ok' | 'unavailable' }[]) =>
      joinRunningImages(application(), { items: [], sources });
    expect(none(ok)).toEqual([]);
    const scaledToZero = workload({
      images: [{ container: 'cart', image: 'r/cart:v2', pods: 0 }],
    });
    expect(
      joinRunningImages(application(), { items: [scaledToZero], sources: ok }),
    ).toEqual([]);
    expect(none([...ok, { source: 'kubernetes', state: 'unavailable' }])).toBe(
      undefined,
    );
    expect(none([])).toBe(undefined);
    expect(joinRunningImages(application(), undefined)).toBe(undefined);
  });
});
