import { resolvePackagePath } from '@backstage/backend-plugin-api';

/** The golden paths of this repository. */
export const TEMPLATES_DIRECTORY = resolvePackagePath(
  '@shopstack/plugin-golden-path-node',
  '../../../templates',
);

/** A parent of layout A. */
export function parentManifest(
  repoUrl: string,
  { revision = 'main' }: { revision?: string } = {},
): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: apps-business
  namespace: argocd
spec:
  project: default
  source:
    repoURL: ${repoUrl}
    targetRevision: ${revision}
    path: apps/business
  destination:
    server: https://kubernetes.default.svc
    namespace: argocd
`;
}

/** An Application of a service in layout A. */
function applicationManifest(
  repoUrl: string,
  service: string,
  environment: string,
): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: ${service}-${environment}
  namespace: argocd
  annotations:
    argocd.argoproj.io/sync-wave: "3"
spec:
  project: default
  source:
    repoURL: ${repoUrl}
    targetRevision: main
    path: apps/${service}/overlays/${environment}
  destination:
    server: https://kubernetes.default.svc
    namespace: ${service}-${environment}
`;
}

/** Small repositories in the conventions of the platform, with one service each way of looking for a name finds. */
export function testRepositories(
  organizationUrl: string,
): Record<string, Record<string, string>> {
  const repoUrl = `${organizationUrl}/cluster-gitops`;
  return {
    'apps-sre': {
      'README.md': '# apps-sre\n',
      'services/order/package.json': '{"name": "order"}\n',
    },
    'cluster-gitops': {
      'README.md': '# cluster-gitops\n',
      'apps/root/apps-business.yaml': parentManifest(repoUrl),
      'apps/business/order-dev.yaml': applicationManifest(
        repoUrl,
        'order',
        'dev',
      ),
      'apps/order/base/kustomization.yaml': 'resources: []\n',
      'apps/order/overlays/dev/kustomization.yaml':
        'namespace: order-dev\nresources:\n  - ../../base\n',
    },
    'infra-terraform': {
      'README.md': '# infra-terraform\n',
    },
  };
}
