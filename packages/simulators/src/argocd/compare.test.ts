import { bootstrapArgocd } from './bootstrapArgocd';
import { applicationYaml, TestArgocd } from './__testUtils__/openArgocd';

// Many steps each, on a machine that may do other things meanwhile.
jest.setTimeout(60_000);

const configMap = (name: string, extra = '') =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name}${extra} }\ndata: { a: "1" }\n`;

describe('what an application says', () => {
  let test: TestArgocd;

  beforeEach(async () => {
    test = await new TestArgocd().open();
    test.start();
  });

  afterEach(() => test.close());

  async function apply(
    path: string,
    options: Parameters<typeof applicationYaml>[2] = {},
    files: Record<string, string> = {},
  ) {
    await test.commit({
      'apps/root/one.yaml': applicationYaml('one', path, options),
      ...files,
    });
    await bootstrapArgocd({ world: test.world });
    await test.until(() => test.application('one')?.status?.sync !== undefined);
    return test.application('one').status!;
  }

  it.each([
    [
      'a path that is not there',
      'nowhere',
      {},
      'nowhere: app path does not exist',
    ],
    [
      'a branch that is not there',
      'apps',
      { revision: 'nobranch' },
      "unable to resolve 'nobranch' to a commit SHA",
    ],
    [
      'a repository that is not there',
      'apps',
      { repoURL: 'https://forge.example/other' },
      'repository not found',
    ],
    [
      'a kustomization that does not build',
      'broken',
      {},
      '`kustomize build <path to cached source>/broken` failed exit status 1: Error: accumulating resources',
    ],
    ['a Helm chart', 'chart', {}, 'Helm charts are not supported here'],
    [
      'Helm parameters',
      'plain',
      { source: 'helm: { releaseName: x }' },
      'the source option "helm" is not supported here',
    ],
    [
      'a file that is no manifest',
      'wrong',
      {},
      'Failed to unmarshal "text.yaml"',
    ],
  ])('about %s', async (_name, path, options, message) => {
    const status = await apply(path, options, {
      'broken/kustomization.yaml': 'resources: [missing.yaml]\n',
      'chart/Chart.yaml': 'name: chart\n',
      'plain/a.yaml': configMap('a'),
      'wrong/text.yaml': 'just: text\n',
    });
    expect(status.sync?.status).toBe('Unknown');
    expect(status.conditions).toMatchObject([
      { type: 'ComparisonError', message: expect.stringContaining(message) },
    ]);
  });

  it.each([
    ['a project', { project: 'nobody' }, 'project nobody which does not exist'],
  ])('about %s that is not there', async (_name, options, message) => {
    const status = await apply('plain', options);
    expect(status.health?.status).toBe('Unknown');
    expect(status.conditions).toMatchObject([
      { type: 'InvalidSpecError', message: expect.stringContaining(message) },
    ]);
  });

  it('about spaces behind a revision: nothing', async () => {
    await apply(
      'plain',
      { revision: 'main    ' },
      { 'plain/a.yaml': configMap('a') },
    );
    await test.until(() => test.isAtRest('one'));
    expect(test.application('one').status?.conditions).toBeUndefined();
  });

  it('about a directory: only its own files, unless it says recurse', async () => {
    const files = {
      'plain/a.yaml': `${configMap('a')}---\n${configMap('b')}`,
      'plain/c.json': JSON.stringify({
        apiVersion: 'v1',
        kind: 'List',
        items: [
          { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' } },
        ],
      }),
      'plain/deeper/d.yaml': configMap('d'),
      'plain/notes.md': '# Notes',
    };
    await apply('plain', {}, files);
    const names = () =>
      (test.application('one').status?.resources ?? []).map(({ name }) => name);
    await test.until(() => test.isAtRest('one'));
    expect(names()).toEqual(['a', 'b', 'c']);

    const application = test.application('one');
    test.cluster.update({
      ...application,
      spec: {
        ...application.spec,
        source: {
          ...application.spec.source!,
          directory: { recurse: true, exclude: 'c.json' },
        },
      },
    });
    await test.until(() => test.isAtRest('one') && names().includes('d'));
    expect(names()).toEqual(['a', 'b', 'd']);
  });

  it('about an application that waits for a person: what is missing', async () => {
    const status = await apply(
      'plain',
      { automated: undefined },
      { 'plain/a.yaml': configMap('a') },
    );
    expect([status.sync?.status, status.health?.status]).toEqual([
      'OutOfSync',
      'Missing',
    ]);
    await test.until(() => true);
    expect(test.application('one').operation).toBeUndefined();
  });

  it('about a kind that the cluster does not know, until it does', async () => {
    const rollout =
      'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: { name: tea }\nspec: {}\n';
    await apply('plain', {}, { 'plain/a.yaml': rollout });
    await test.until(
      () =>
        (test.application('one').status?.operationState?.retryCount ?? 0) > 0,
    );
    expect(test.application('one').status?.operationState?.message).toContain(
      'Make sure the "Rollout" CRD is installed on the destination cluster.',
    );
    test.cluster.create({
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'rollouts.argoproj.io' },
      spec: {
        group: 'argoproj.io',
        scope: 'Namespaced',
        names: { plural: 'rollouts', kind: 'Rollout' },
        versions: [{ name: 'v1alpha1', served: true, storage: true }],
      },
    });
    await test.until(() => test.isAtRest('one'));
    expect(test.cluster.list('argoproj.io/v1alpha1', 'Rollout')).toHaveLength(
      1,
    );
  });

  it('about an object the cluster refuses: why, and no more attempts than allowed', async () => {
    await apply(
      'plain',
      {},
      {
        'plain/a.yaml':
          'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: tea }\nspec:\n  selector: { matchLabels: { app: tea } }\n  template: { metadata: { labels: { app: coffee } }, spec: { containers: [{ name: a, image: b }] } }\n',
      },
    );
    test.world.clock.setPace(1000);
    await test.until(
      () => test.application('one').status?.operationState?.phase === 'Failed',
    );
    const { operationState, conditions } = test.application('one').status!;
    expect(operationState?.message).toContain(
      '`selector` does not match template `labels`',
    );
    expect(operationState?.message).toContain('(retried 5 times).');
    await test.until(() =>
      (test.application('one').status?.conditions ?? []).some(
        ({ type }) => type === 'SyncError',
      ),
    );
    expect(conditions ?? []).not.toContainEqual(
      expect.objectContaining({ type: 'ComparisonError' }),
    );
  });

  it('about an ApplicationSet: that it is not supported', async () => {
    await apply(
      'plain',
      {},
      {
        'plain/set.yaml':
          'apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: { name: all, namespace: argocd }\nspec: { generators: [], template: {} }\n',
      },
    );
    await test.until(() => test.state('one') === 'Synced Degraded');
    const [set] = test.cluster.list('argoproj.io/v1alpha1', 'ApplicationSet');
    expect(set.status.conditions).toMatchObject([
      { type: 'ErrorOccurred', status: 'True', reason: 'NotSupported' },
    ]);
  });

  it('about differences it is told to ignore: nothing', async () => {
    await apply('plain', {}, { 'plain/a.yaml': configMap('a') });
    await test.until(() => test.isAtRest('one'));
    const application = test.application('one');
    test.cluster.update({
      ...application,
      spec: {
        ...application.spec,
        ignoreDifferences: [{ kind: 'ConfigMap', jsonPointers: ['/data/a'] }],
      },
    });
    const live = test.object('ConfigMap', 'a', 'one')!;
    test.cluster.update({ ...live, data: { a: 'other' } });
    await test.until(() => test.isAtRest('one'));
    await test.until(() => true);
    expect(test.object('ConfigMap', 'a', 'one')!.data).toEqual({ a: 'other' });
  });

  it('about one object in two applications: both, with a warning', async () => {
    await test.commit({
      'apps/root/one.yaml': applicationYaml('one', 'plain', {
        namespace: 'shared',
        automated: '{ prune: true }',
      }),
      'apps/root/two.yaml': applicationYaml('two', 'plain', {
        namespace: 'shared',
        automated: undefined,
      }),
      'plain/a.yaml': configMap('a'),
    });
    await bootstrapArgocd({ world: test.world });
    await test.until(() => test.isAtRest('one'));
    await test.until(
      () =>
        (test.application('two').status?.conditions ?? []).length > 0 ||
        test.application('two').status?.resources?.[0].health?.status !==
          'Missing',
    );
    test.world.events.emit('push', {
      repository: 'cluster-gitops',
      branch: 'main',
    });
    await test.until(
      () => (test.application('two').status?.conditions ?? []).length > 0,
    );
    expect(test.application('two').status?.conditions).toMatchObject([
      {
        type: 'SharedResourceWarning',
        message: 'ConfigMap/a is part of applications argocd/two and one',
      },
    ]);
  });
});
