import type { Workload } from '@shopstack/plugin-workloads-common';

/** A healthy Deployment of cart in dev, with what a test changes. */
export function workload(changes: Partial<Workload> = {}): Workload {
  return {
    cluster: 'shop',
    namespace: 'cart-dev',
    kind: 'Deployment',
    name: 'cart',
    service: 'cart',
    environment: 'dev',
    basis: 'known',
    desired: 2,
    ready: 2,
    restarts: 0,
    images: [{ container: 'app', image: 'registry/cart:1', pods: 2 }],
    events: [],
    ...changes,
  };
}
