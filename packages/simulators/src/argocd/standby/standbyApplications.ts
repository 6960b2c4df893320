import { ARGO_VERSION } from '../applications';
import { STANDBY_NAMESPACE } from '../instances';
import type { Application, ApplicationSource } from '../types';

/** The environment of what stands by. */
const ENVIRONMENT = 'dr';

/** Services that have a standby: scaled to zero, synced by hand. */
export const STANDBY_SERVICES = ['order', 'payment'] as const;

/** The service whose labels somebody has changed since it was deployed, in a way that a cluster does not allow. */
export const RELABELLED_SERVICE: (typeof STANDBY_SERVICES)[number] = 'order';

/** Production's rules watch production: a second copy would record each of their series twice. */
const WITHOUT_RULES = {
  target: { kind: 'PrometheusRule' },
  patch: `$patch: delete
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: any
`,
};

/** The Application of a standby. It renders what production renders, in a namespace of its own, without replicas. */
export function standbyApplication(
  service: string,
  repoURL: string,
): Application {
  return {
    apiVersion: ARGO_VERSION,
    kind: 'Application',
    metadata: {
      name: `${service}-${ENVIRONMENT}`,
      namespace: STANDBY_NAMESPACE,
      labels: {
        'shopstack.dev/service': service,
        'shopstack.dev/environment': ENVIRONMENT,
      },
    },
    spec: {
      project: 'default',
      source: {
        repoURL,
        targetRevision: 'main',
        path: `apps/${service}/overlays/prod`,
        kustomize: {
          namespace: `${service}-${ENVIRONMENT}`,
          replicas: [{ name: service, count: 0 }],
          commonLabels: { 'shopstack.dev/environment': ENVIRONMENT },
          forceCommonLabels: true,
          labelWithoutSelector: true,
          labelIncludeTemplates: true,
          patches: [WITHOUT_RULES],
        },
      },
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: `${service}-${ENVIRONMENT}`,
      },
      syncPolicy: { syncOptions: ['CreateNamespace=true'] },
    },
  };
}

/** The source as it is after somebody took `labelWithoutSelector` away: the label now stands in selectors too. */
export function relabelled(source: ApplicationSource): ApplicationSource {
  const {
    labelWithoutSelector: _without,
    labelIncludeTemplates: _templates,
    ...kustomize
  } = source.kustomize ?? {};
  return { ...source, kustomize };
}
