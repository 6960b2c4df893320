import type { StubAddresses } from '../stubs/startStubs';

/** Above what this machine reaches: at the usual rates thirty passes would take half an hour. */
const limits = { ratePerSecond: 5000, burst: 10_000, concurrency: 24 };

/** The newest images of each repository whose scans are read; fewer than usual, for the same reason. */
export const newestScanned = 2;

/** How long Argo CD and the cluster are followed in one turn, and what else is read again. */
const turnSeconds = 5;

/** What our plugins are told for the passes of their collectors. */
export function collectorConfig({ aws, kubernetes }: StubAddresses) {
  return {
    ecr: {
      endpoint: aws,
      ...limits,
      newestScanned,
      scanFrequency: { seconds: turnSeconds },
    },
    builds: {
      codebuild: { endpoint: aws, ...limits },
      collector: { frequencySeconds: turnSeconds },
    },
    argocd: { stream: { turnSeconds } },
    workloads: { turnSeconds, watchSeconds: turnSeconds },
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: [
            {
              name: 'bench',
              url: kubernetes,
              authProvider: 'serviceAccount',
              serviceAccountToken: 'bench',
            },
          ],
        },
      ],
    },
  };
}
