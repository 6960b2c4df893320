import type {
  StubReply,
  StubRequest,
} from '@shopstack/plugin-kit-node/testUtils';

/** A commit that an application of the stub deployed. */
export const COMMIT = 'a'.repeat(40);

/** An Application as Argo CD answers it, with what a test wants otherwise. */
export function wireApplication(
  name: string,
  more: { labels?: object; spec?: object; status?: object } = {},
) {
  const [service, environment] = name.split('-');
  return {
    metadata: {
      name,
      namespace: 'argocd',
      labels: { 'shopstack.dev/service': service, ...more.labels },
    },
    spec: {
      project: 'default',
      source: {
        repoURL: 'https://forge/shopstack/cluster-gitops',
        path: `apps/${service}/overlays/${environment}`,
      },
      destination: { namespace: name },
      ...more.spec,
    },
    status: {
      sync: { status: 'Synced', revision: COMMIT },
      health: { status: 'Healthy' },
      history: [
        { id: 1, revision: COMMIT, deployedAt: '2026-11-20T10:00:00Z' },
        { id: 0, revision: '1.2.3', deployedAt: '2026-11-19T10:00:00Z' },
      ],
      ...more.status,
    },
  };
}

/** An Argo CD that holds these applications, by name or whole. It looks at no selector. */
export function serving(
  ...held: (string | ReturnType<typeof wireApplication>)[]
) {
  const applications = held.map(each =>
    typeof each === 'string' ? wireApplication(each) : each,
  );
  return ({ path }: Pick<StubRequest, 'path'>): StubReply => {
    const { pathname } = new URL(path, 'http://x');
    if (pathname === '/api/v1/applications') {
      return {
        body: { metadata: { resourceVersion: '7' }, items: applications },
      };
    }
    if (pathname.endsWith('/metadata')) {
      return { body: { author: 'dev', message: 'bump' } };
    }
    if (pathname.endsWith('/sync')) {
      return { body: {} };
    }
    const name = pathname.split('/').at(-1);
    const found = applications.find(each => each.metadata.name === name);
    return found ? { body: found } : { status: 404 };
  };
}
