import type { ArgocdApplication } from '@shopstack/plugin-argocd-common';
import type { Workload } from '@shopstack/plugin-workloads-common';
import type { EnvironmentWorkload } from './EnvironmentWorkload';

export const SHA = '9be01d2c'.repeat(5);
export const DIGEST = `sha256:${'71c0'.repeat(16)}`;

/** A healthy application of cart in dev, with what a test changes. */
export function application(
  changes: Partial<ArgocdApplication> = {},
): ArgocdApplication {
  return {
    instance: 'shopstack',
    name: 'cart-dev',
    namespace: 'argocd',
    project: 'default',
    service: 'cart',
    environment: 'dev',
    basis: 'known',
    automated: true,
    sync: { status: 'Synced' },
    health: { status: 'Healthy' },
    conditions: [],
    images: [`registry/shopstack-cart:${SHA}`],
    source: { repoUrl: 'http://forge/g', targetRevision: 'main' },
    destination: {},
    history: [
      {
        id: 2,
        revision: 'b'.repeat(40),
        deployedAt: '2026-11-20T10:00:00Z',
        message: 'Change limits\n\nBody',
      },
      {
        id: 1,
        revision: 'a'.repeat(40),
        deployedAt: '2026-11-20T09:00:00Z',
        message: 'chore: bump cart image to 9be01d2 in dev',
        reference: { sha: SHA, subject: 'feat: round prices' },
      },
    ],
    outOfSync: [],
    url: 'http://argocd/applications/argocd/cart-dev',
    ...changes,
  };
}

/** What runs of cart in dev: all pods are ready, with what a test changes. */
export function running(
  changes: Partial<EnvironmentWorkload> = {},
): EnvironmentWorkload {
  return {
    environment: 'dev',
    desired: 2,
    ready: 2,
    restarts: 1,
    image: `registry/shopstack-cart:${SHA}`,
    runningDigest: DIGEST,
    ...changes,
  };
}

/** The Deployment of cart in dev as the workloads backend answers it, with what a test changes. */
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
    restarts: 1,
    images: [
      {
        container: 'cart',
        image: `registry/shopstack-cart:${SHA}`,
        digest: DIGEST,
        pods: 2,
      },
    ],
    events: [],
    ...changes,
  };
}
