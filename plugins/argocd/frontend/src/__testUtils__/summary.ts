import type { ArgocdApplicationSummary } from '@shopstack/plugin-argocd-common';

/** A line of the list of all applications, as the tests need one. */
export function summary(
  part: Partial<ArgocdApplicationSummary> = {},
): ArgocdApplicationSummary {
  return {
    instance: 'shopstack',
    name: 'orders-dev',
    namespace: 'argocd',
    project: 'default',
    service: 'orders',
    environment: 'dev',
    entityRef: 'component:default/orders',
    title: 'Orders',
    owner: 'group:default/team-checkout',
    sync: 'Synced',
    revision: '5d17aa0'.padEnd(40, '0'),
    health: 'Healthy',
    operation: 'Succeeded',
    finishedAt: '2026-05-04T10:06:00.000Z',
    url: 'https://argocd.example/applications/argocd/orders-dev',
    ...part,
  };
}
