import { createHash } from 'node:crypto';

/** Where an application of each instance runs. */
export const environments = ['dev', 'staging', 'prod'];

/** The label that applications are selected by. */
export const serviceLabel = 'shopstack.dev/service';

const repoURL = 'https://github.example/shopstack/cluster-gitops.git';
const beginning = Date.UTC(2026, 0, 1);
const time = (minutes: number) =>
  new Date(beginning + minutes * 60_000).toISOString();

/** Deployments that Argo CD remembers by default. */
const historyLength = 10;

/** The GitOps commits that a service was deployed from; all environments share them. */
export const revisionsOf = (service: string) =>
  Array.from({ length: historyLength }, (_, index) =>
    createHash('sha1').update(`${service}/${index}`).digest('hex'),
  );

/** `service-0001` and so on. */
export const fleetNames = (count: number) =>
  Array.from(
    { length: count },
    (_, index) => `service-${String(index + 1).padStart(4, '0')}`,
  );

/** The application of a service in one instance, as Argo CD tells it. */
export function makeApplication(service: string, instance: number) {
  const environment = environments[instance];
  const source = {
    repoURL,
    path: `apps/${service}/overlays/${environment}`,
    targetRevision: 'main',
  };
  const revisions = revisionsOf(service);
  const revision = revisions.at(-1)!;
  const destination = {
    server: 'https://kubernetes.default.svc',
    namespace: `${service}-${environment}`,
  };
  const at = time(historyLength * 60);
  return {
    metadata: {
      name: `${service}-${environment}`,
      namespace: 'argocd',
      uid: createHash('md5').update(`${service}/${instance}`).digest('hex'),
      resourceVersion: '1000',
      creationTimestamp: time(0),
      labels: {
        [serviceLabel]: service,
        'shopstack.dev/environment': environment,
      },
    },
    spec: {
      project: 'shop',
      source,
      destination,
      syncPolicy: { automated: { prune: true } },
    },
    status: {
      sync: { status: 'Synced', revision, comparedTo: { source, destination } },
      health: { status: 'Healthy' },
      operationState: {
        phase: 'Succeeded',
        message: 'successfully synced',
        startedAt: at,
        finishedAt: at,
        operation: { initiatedBy: { automated: true } },
        syncResult: { revision, source },
      },
      summary: { images: [`registry.example/${service}:${revision}`] },
      history: revisions.map((each, index) => ({
        id: index,
        revision: each,
        source,
        deployStartedAt: time(index * 60),
        deployedAt: time(index * 60 + 1),
        initiatedBy: { automated: true },
      })),
      resources: ['Service', 'ServiceAccount', 'ConfigMap', 'Deployment'].map(
        kind => ({
          group: kind === 'Deployment' ? 'apps' : '',
          version: 'v1',
          kind,
          namespace: destination.namespace,
          name: service,
          status: 'Synced',
        }),
      ),
      reconciledAt: at,
    },
  };
}

/** Who wrote a GitOps commit. */
export const makeMetadata = (revision: string) => ({
  author: 'team-checkout <team-checkout@shopstack.example>',
  date: time(0),
  message: `Bump to ${revision.slice(0, 7)}`,
});
