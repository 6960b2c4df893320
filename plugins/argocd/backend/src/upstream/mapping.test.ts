import { toRevisionMetadata } from './historyMapping';
import { toApplication } from './mapping';
import { applicationSchema, revisionMetadataSchema } from './wire';

const place = { instance: 'main', frontendUrl: 'https://argocd.example' };
const map = (application: object, service?: string) =>
  toApplication(applicationSchema.parse(application), { ...place, service });
const sha = (digit: string) => digit.repeat(40);

describe('toApplication', () => {
  it('tells all that Argo CD tells', () => {
    const application = map({
      metadata: {
        name: 'cart-dev',
        namespace: 'argocd',
        labels: {
          'shopstack.dev/service': 'cart',
          'shopstack.dev/environment': 'dev',
        },
      },
      spec: {
        project: 'shop',
        source: {
          repoURL: 'https://bot:s3cret@forge/shopstack/cluster-gitops',
          path: 'apps/cart/overlays/dev',
          targetRevision: 'main',
        },
        destination: {
          server: 'https://kubernetes.default.svc',
          namespace: 'cart-dev',
        },
        syncPolicy: { automated: { prune: true } },
      },
      status: {
        sync: { status: 'OutOfSync', revision: sha('b') },
        health: { status: 'Degraded', message: 'crash loop' },
        operationState: {
          phase: 'Failed',
          message: 'one or more objects failed to apply',
          startedAt: '2026-11-20T10:00:00Z',
          finishedAt: '2026-11-20T10:00:05Z',
          retryCount: 3,
          operation: { initiatedBy: { username: 'team-checkout' } },
        },
        conditions: [
          {
            type: 'SyncError',
            message: 'no such image',
            lastTransitionTime: '2026-11-20T10:00:05Z',
          },
        ],
        summary: { images: ['registry/shopstack-cart:abc'] },
        history: [
          {
            id: 1,
            revision: sha('a'),
            deployedAt: '2026-11-19T10:00:00Z',
            initiatedBy: { username: 'admin' },
          },
          {
            id: 2,
            revision: sha('b'),
            deployedAt: '2026-11-20T10:00:00Z',
            deployStartedAt: '2026-11-20T09:59:00Z',
            initiatedBy: { automated: true },
          },
        ],
        resources: [
          { kind: 'Service', name: 'cart', status: 'Synced' },
          { kind: 'Pod', name: 'hook' },
          {
            group: 'apps',
            kind: 'Deployment',
            namespace: 'cart-dev',
            name: 'cart',
            status: 'OutOfSync',
            health: { status: 'Degraded', message: 'back-off' },
          },
        ],
        reconciledAt: '2026-11-20T10:01:00Z',
      },
    });

    expect(application).toEqual({
      instance: 'main',
      name: 'cart-dev',
      namespace: 'argocd',
      project: 'shop',
      service: 'cart',
      environment: 'dev',
      basis: 'known',
      sync: { status: 'OutOfSync', revision: sha('b') },
      health: { status: 'Degraded', message: 'crash loop' },
      operation: {
        phase: 'Failed',
        message: 'one or more objects failed to apply',
        startedAt: '2026-11-20T10:00:00Z',
        finishedAt: '2026-11-20T10:00:05Z',
        retryCount: 3,
        initiatedBy: 'team-checkout',
      },
      conditions: [
        {
          type: 'SyncError',
          message: 'no such image',
          at: '2026-11-20T10:00:05Z',
        },
      ],
      images: ['registry/shopstack-cart:abc'],
      automated: true,
      source: {
        repoUrl: 'https://forge/shopstack/cluster-gitops',
        path: 'apps/cart/overlays/dev',
        targetRevision: 'main',
      },
      destination: {
        server: 'https://kubernetes.default.svc',
        namespace: 'cart-dev',
      },
      history: [
        {
          id: 2,
          revision: sha('b'),
          deployedAt: '2026-11-20T10:00:00Z',
          startedAt: '2026-11-20T09:59:00Z',
          initiatedBy: 'automated',
        },
        {
          id: 1,
          revision: sha('a'),
          deployedAt: '2026-11-19T10:00:00Z',
          initiatedBy: 'admin',
        },
      ],
      outOfSync: [
        {
          group: 'apps',
          kind: 'Deployment',
          namespace: 'cart-dev',
          name: 'cart',
          status: 'OutOfSync',
          health: 'Degraded',
          message: 'back-off',
        },
      ],
      url: 'https://argocd.example/applications/argocd/cart-dev',
      reconciledAt: '2026-11-20T10:01:00Z',
    });
    expect(JSON.stringify(application)).not.toContain('s3cret');
  });

  it('stands with nothing but a name', () => {
    expect(map({ metadata: { name: 'new' } })).toMatchObject({
      name: 'new',
      project: 'default',
      sync: { status: 'Unknown' },
      health: { status: 'Unknown' },
      operation: undefined,
      conditions: [],
      images: [],
      history: [],
      outOfSync: [],
    });
  });

  it('loses what is of a wrong type and keeps the rest', () => {
    expect(
      map({
        metadata: { name: 'odd', labels: ['x'] },
        spec: { source: 'git', sources: {} },
        status: {
          sync: 'Synced',
          health: { status: 'Healthy' },
          history: [null, { id: 'x' }, { id: 3, deployedAt: 'y' }],
          resources: [7, { name: 'x' }],
          conditions: null,
        },
      }),
    ).toMatchObject({
      sync: { status: 'Unknown' },
      health: { status: 'Healthy' },
      history: [],
      outOfSync: [],
    });
  });

  it('takes words of a newer Argo CD for unknown', () => {
    expect(
      map({
        metadata: { name: 'x' },
        status: {
          sync: { status: 'Dreaming' },
          health: { status: 'Fabulous' },
          operationState: { phase: 'Pondering' },
        },
      }),
    ).toMatchObject({
      sync: { status: 'Unknown' },
      health: { status: 'Unknown' },
      operation: { phase: 'Unknown' },
    });
  });

  it('reads several sources, charts among them', () => {
    const application = map(
      {
        metadata: { name: 'cart-prod' },
        spec: {
          sources: [
            {
              repoURL: 'https://charts',
              chart: 'redis',
              targetRevision: '1.2',
            },
            {
              repoURL: 'https://forge/gitops',
              path: 'apps/cart/overlays/prod',
            },
          ],
        },
        status: {
          sync: { status: 'Synced', revisions: ['1.2', sha('c')] },
          history: [
            { id: 1, revisions: ['1.2', sha('c')], deployedAt: '2026-11-20' },
          ],
        },
      },
      'cart',
    );
    expect(application).toMatchObject({
      service: 'cart',
      environment: 'prod',
      basis: 'inferred',
      sync: { revision: '1.2', revisions: ['1.2', sha('c')] },
      source: { chart: 'redis' },
      sources: [
        { chart: 'redis' },
        { path: 'apps/cart/overlays/prod', targetRevision: 'HEAD' },
      ],
      history: [{ revision: '1.2', revisions: ['1.2', sha('c')] }],
    });
  });

  it('says that an operation runs which has no state yet, or only that of the one before', () => {
    const operation = { sync: {} };
    expect(map({ metadata: { name: 'x' }, operation }).operation).toEqual({
      phase: 'Running',
    });
    const operationState = { phase: 'Succeeded', finishedAt: '2026-11-20' };
    expect(
      map({ metadata: { name: 'x' }, operation, status: { operationState } })
        .operation,
    ).toEqual({ phase: 'Running' });
  });

  it.each([
    [{ automated: {} }, true],
    [{ automated: { enabled: false } }, false],
    [{}, false],
    [undefined, false],
  ])('tells by %j whether Argo CD syncs by itself', (syncPolicy, automated) => {
    expect(
      map({ metadata: { name: 'x' }, spec: { syncPolicy } }),
    ).toMatchObject({ automated });
  });
});

describe('toRevisionMetadata', () => {
  const read = (metadata: object) =>
    toRevisionMetadata(revisionMetadataSchema.parse(metadata));

  it('reads the code commit that the GitOps commit brings', () => {
    expect(
      read({
        author: 'Bot <bot@example>',
        message: 'chore: bump cart',
        references: [
          { commit: { sha: 'abcdef0', subject: 'feat: half price' } },
        ],
      }),
    ).toEqual({
      author: 'Bot <bot@example>',
      message: 'chore: bump cart',
      reference: { sha: 'abcdef0', subject: 'feat: half price' },
    });
  });

  it('believes no reference that is no commit', () => {
    expect(
      read({ references: [{ commit: { sha: '../../evil' } }] }),
    ).not.toHaveProperty('reference');
    expect(read({ references: null })).not.toHaveProperty('reference');
  });
});
