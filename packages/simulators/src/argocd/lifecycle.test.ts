import { bootstrapArgocd } from './bootstrapArgocd';
import {
  overlayFile,
  rootFiles,
  serviceFiles,
  TestArgocd,
} from './__testUtils__/openArgocd';

// Many steps each, on a machine that may do other things meanwhile.
jest.setTimeout(60_000);

describe('an application', () => {
  let test: TestArgocd;

  beforeEach(async () => {
    test = await new TestArgocd().open();
    test.pushImage('tea', 'v1');
    await test.commit({ ...rootFiles, ...serviceFiles('tea') });
    test.start();
    await bootstrapArgocd({ world: test.world });
    await test.until(
      () => test.isAtRest('tea-dev') && test.isAtRest('apps-business'),
    );
  });

  afterEach(() => test.close());

  it('reaches pods from nothing but the parent', () => {
    const { status, metadata } = test.application('tea-dev');
    expect(metadata.annotations?.['argocd.argoproj.io/tracking-id']).toBe(
      'apps-business:argoproj.io/Application:argocd/tea-dev',
    );
    expect(status?.resources).toEqual([
      expect.objectContaining({
        kind: 'Service',
        status: 'Synced',
        health: { status: 'Healthy' },
      }),
      expect.objectContaining({
        group: 'apps',
        kind: 'Deployment',
        namespace: 'tea-dev',
        name: 'tea',
        status: 'Synced',
      }),
    ]);
    expect(status?.operationState).toMatchObject({
      phase: 'Succeeded',
      message: 'successfully synced (all tasks run)',
      operation: { initiatedBy: { automated: true } },
      syncResult: { revision: status?.sync?.revision },
    });
    expect(status?.history).toMatchObject([
      {
        id: 0,
        revision: status?.sync?.revision,
        initiatedBy: { automated: true },
      },
    ]);
    expect(status?.summary?.images).toEqual([
      expect.stringMatching(/shopstack-tea:v1$/),
    ]);
    expect(status?.sourceType).toBe('Kustomize');
    expect(test.pods('tea-dev')).toHaveLength(1);
    expect(test.pods('tea-dev')[0].metadata.labels).toMatchObject({
      'shopstack.dev/service': 'tea',
      'shopstack.dev/environment': 'dev',
    });
  });

  it('follows a release', async () => {
    test.pushImage('tea', 'v2');
    const commit = await test.commit(
      overlayFile('tea', { tag: 'v2', replicas: 2 }),
    );
    await test.until(
      () =>
        test.application('tea-dev').status?.history?.at(-1)?.revision ===
          commit &&
        test.isAtRest('tea-dev') &&
        test.pods('tea-dev').length === 2,
    );
    const statuses = test
      .pods('tea-dev')
      .map(({ status }) => status.containerStatuses[0]);
    expect(
      statuses.every(({ imageID }) => imageID.endsWith('@sha256:tea-v2')),
    ).toBe(true);
    expect(test.application('tea-dev').status?.history).toHaveLength(2);
  });

  it('does not deploy again when somebody else changes the repository', async () => {
    const commit = await test.commit({ 'README.md': 'Read me.' });
    await test.until(
      () => test.application('tea-dev').status?.sync?.revision === commit,
    );
    expect(test.state('tea-dev')).toBe('Synced Healthy');
    expect(test.application('tea-dev').status?.history).toHaveLength(1);
  });

  it('becomes degraded when the image is missing, and keeps what ran', async () => {
    await test.commit(overlayFile('tea', { tag: 'v404' }));
    await test.until(() => test.state('tea-dev') === 'Synced Degraded');
    const deployment = test
      .application('tea-dev')
      .status?.resources?.find(({ kind }) => kind === 'Deployment');
    expect(deployment?.health).toEqual({
      status: 'Degraded',
      message: 'Deployment "tea" exceeded its progress deadline',
    });
    await test.until(() => test.state('apps-business') === 'Synced Degraded');
    expect(
      test
        .pods('tea-dev')
        .map(({ status }) => status.phase)
        .sort(),
    ).toEqual(['Pending', 'Running']);
  });

  it('is healthy with no pods at all at zero replicas', async () => {
    await test.commit(overlayFile('tea', { replicas: 0, tag: 'unreleased' }));
    await test.until(
      () => test.isAtRest('tea-dev') && test.pods('tea-dev').length === 0,
    );
    expect(test.application('tea-dev').status?.summary?.images).toBeUndefined();
  });

  it('is put right when somebody changes the cluster', async () => {
    const deployment = test.object('Deployment', 'tea', 'tea-dev')!;
    test.cluster.update({
      ...deployment,
      spec: { ...deployment.spec, replicas: 4 },
    });
    await test.until(() => test.state('tea-dev').startsWith('OutOfSync'));
    await test.until(
      () => test.isAtRest('tea-dev') && test.pods('tea-dev').length === 1,
    );
    const { status } = test.application('tea-dev');
    expect(status?.operationState?.operation.sync).toMatchObject({
      autoHealAttemptsCount: 1,
      resources: [
        {
          group: 'apps',
          kind: 'Deployment',
          namespace: 'tea-dev',
          name: 'tea',
        },
      ],
    });
    // A repair is no deployment.
    expect(status?.history).toHaveLength(1);
  });

  it('brings back what somebody deleted', async () => {
    const before = test.object('Service', 'tea', 'tea-dev')!.metadata.uid;
    test.cluster.delete('/v1/Service/tea-dev/tea');
    await test.until(
      () =>
        test.isAtRest('tea-dev') &&
        test.object('Service', 'tea', 'tea-dev') !== undefined,
    );
    expect(test.object('Service', 'tea', 'tea-dev')!.metadata.uid).not.toBe(
      before,
    );
  });

  it('leaves alone what others add to its objects', async () => {
    const service = test.object('Service', 'tea', 'tea-dev')!;
    test.cluster.update({
      ...service,
      metadata: {
        ...service.metadata,
        annotations: { ...service.metadata.annotations, added: 'by somebody' },
      },
    });
    await test.until(() => test.isAtRest('tea-dev'));
    await test.until(() => true);
    expect(test.state('tea-dev')).toBe('Synced Healthy');
    expect(
      test.object('Service', 'tea', 'tea-dev')!.metadata.annotations?.added,
    ).toBe('by somebody');
  });

  it('takes away what is no longer in Git', async () => {
    await test.commit({
      'apps/tea/base/kustomization.yaml': 'resources: [deployment.yaml]\n',
    });
    await test.until(
      () => test.object('Service', 'tea', 'tea-dev') === undefined,
    );
    await test.until(() => test.isAtRest('tea-dev'));
    expect(
      test.application('tea-dev').status?.operationState?.syncResult?.resources,
    ).toContainEqual(
      expect.objectContaining({
        kind: 'Service',
        status: 'Pruned',
        message: 'pruned',
      }),
    );
  });

  it('leaves with everything it applied when its manifest goes', async () => {
    await test.commit({
      'apps/business/tea-dev.yaml': undefined,
      'apps/business/other.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: other }\n',
    });
    await test.until(
      () =>
        test.application('tea-dev') === undefined &&
        test.pods('tea-dev').length === 0,
    );
    expect(test.object('Deployment', 'tea', 'tea-dev')).toBeUndefined();
    expect(
      test.cluster.get({
        apiVersion: 'v1',
        kind: 'Namespace',
        name: 'tea-dev',
      }),
    ).toBeDefined();
  });

  it('is not wiped out when its directory turns out empty', async () => {
    await test.commit({
      'apps/business/tea-dev.yaml': undefined,
      'apps/business/.gitkeep': '',
    });
    await test.until(
      () =>
        (test.application('apps-business').status?.conditions ?? []).length > 0,
    );
    expect(test.application('apps-business').status?.conditions).toMatchObject([
      {
        type: 'SyncError',
        message: expect.stringContaining(
          'auto-sync will wipe out all resources',
        ),
      },
    ]);
    expect(test.application('tea-dev')).toBeDefined();
  });

  it('goes on with a sync after a kill in the middle', async () => {
    test.world.clock.setPace(1);
    test.pushImage('tea', 'v2');
    const commit = await test.commit(overlayFile('tea', { tag: 'v2' }));
    await test.until(
      () =>
        test.application('tea-dev').status?.operationState?.phase === 'Running',
    );
    const startedAt =
      test.application('tea-dev').status?.operationState?.startedAt;
    await test.world.close();

    await test.open();
    test.start();
    expect(test.application('tea-dev').status?.operationState?.phase).toBe(
      'Running',
    );
    await test.until(
      () => test.isAtRest('tea-dev') && test.pods('tea-dev').length === 1,
    );
    const { status } = test.application('tea-dev');
    expect(status?.operationState).toMatchObject({
      phase: 'Succeeded',
      startedAt,
    });
    expect(status?.history).toMatchObject([
      { id: 0 },
      { id: 1, revision: commit },
    ]);
  });

  it('catches up with a push that came while it was down', async () => {
    await test.world.close();
    await test.open();
    test.pushImage('tea', 'v2');
    const commit = await test.commit(overlayFile('tea', { tag: 'v2' }));
    test.start();
    await test.until(
      () =>
        test.application('tea-dev').status?.history?.at(-1)?.revision ===
        commit,
    );
    expect(test.application('tea-dev').status?.sync?.revision).toBe(commit);
  });
});
