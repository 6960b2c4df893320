import type { ArgocdApplication } from '@shopstack/plugin-argocd-common';

const DEPLOYED_AT = '2026-05-04T10:06:00.000Z';

/** An application as the tests need one. */
export function application(
  part: Partial<ArgocdApplication> = {},
): ArgocdApplication {
  return {
    instance: 'shopstack',
    name: 'orders-dev',
    namespace: 'argocd',
    project: 'default',
    service: 'orders',
    environment: 'dev',
    basis: 'known',
    sync: { status: 'Synced', revision: '5d17aa0'.padEnd(40, '0') },
    health: { status: 'Healthy' },
    conditions: [],
    images: ['shopstack-orders:1'],
    automated: true,
    source: {
      repoUrl: 'https://forge.example/shopstack/cluster-gitops',
      path: 'apps/orders/overlays/dev',
      targetRevision: 'main',
    },
    destination: { namespace: 'orders-dev' },
    history: [
      {
        id: 1,
        revision: '5d17aa0'.padEnd(40, '0'),
        deployedAt: DEPLOYED_AT,
        startedAt: '2026-05-04T10:05:50.000Z',
        author: 'ci',
        message:
          'chore: bump orders image\n\nArgocd-reference-commit-sha: 4f2a9c1',
        initiatedBy: 'automated',
      },
    ],
    outOfSync: [],
    url: 'https://argocd.example/applications/argocd/orders-dev',
    ...part,
  };
}
