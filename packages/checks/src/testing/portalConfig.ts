import type { JsonObject } from '@backstage/types';
import { ACCOUNT } from './entities';

/** The upstreams of the portal, each at an address of its own. */
export interface UpstreamAddresses {
  github: string;
  ecr: string;
  codebuild: string;
  secrets: string;
  argocd: string;
  kubernetes: string;
  prometheus: string;
  alertmanager: string;
}

/**
 * The configuration of the local default with these addresses, and with intervals and limits that a check can wait for.
 */
export function portalConfig(addresses: UpstreamAddresses): JsonObject {
  const github = new URL(addresses.github);
  const impatient = { timeoutSeconds: 2, concurrency: 8 };
  return {
    permission: { enabled: true },
    integrations: {
      github: [
        {
          host: github.host,
          apiBaseUrl: `${addresses.github}/api/v3`,
          token: 'shopstack-forge-token',
        },
      ],
    },
    catalog: {
      rules: [{ allow: ['Component', 'Group'] }],
      processingInterval: { seconds: 30 },
      stitchingStrategy: { mode: 'immediate' },
    },
    aws: {
      accounts: [
        {
          accountId: ACCOUNT,
          accessKeyId: 'SIMULATORACCESSKEY',
          secretAccessKey: 'simulator-secret',
        },
      ],
      locator: { resourceTaggingApi: { endpoint: addresses.ecr } },
    },
    ecr: { endpoint: addresses.ecr, maxAgeSeconds: 1, ...impatient },
    builds: {
      maxAgeSeconds: 1,
      codebuild: { endpoint: addresses.codebuild, ...impatient },
      githubActions: impatient,
    },
    argocd: {
      maxAgeSeconds: 1,
      ...impatient,
      appLocatorMethods: [
        {
          type: 'config',
          instances: [
            {
              name: 'shopstack',
              url: addresses.argocd,
              token: 'shopstack-argocd-token',
            },
          ],
        },
      ],
    },
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: [
            {
              name: 'shopstack',
              url: addresses.kubernetes,
              authProvider: 'serviceAccount',
              serviceAccountToken: 'shopstack-cluster-token',
            },
          ],
        },
      ],
    },
    workloads: { timeoutSeconds: 2, watchSeconds: 3, maxAgeSeconds: 1 },
    operations: {
      secrets: {
        endpoint: addresses.secrets,
        names: ['shopstack/{{environment}}/{{service}}'],
        maxAgeSeconds: 1,
        ...impatient,
      },
    },
    slo: {
      maxAgeSeconds: 1,
      ...impatient,
      instances: [
        {
          name: 'shopstack',
          url: addresses.prometheus,
          alertmanager: { url: addresses.alertmanager },
        },
      ],
    },
    goldenPath: {
      host: github.host,
      repositories: {
        apps: { owner: 'shopstack', repo: 'apps-sre' },
        gitops: { owner: 'shopstack', repo: 'cluster-gitops' },
        infra: { owner: 'shopstack', repo: 'infra-terraform' },
      },
    },
  };
}
