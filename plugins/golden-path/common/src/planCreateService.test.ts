import { parse } from 'yaml';
import {
  SKELETON,
  application,
  fileOf,
  pathsIn,
  planOn,
} from './__testUtils__/planning';
import { folderSnapshot } from './plan/RepositorySnapshot';
import { treeOf } from './plan/RepositoryTree';

describe('planCreateService on fresh repositories', () => {
  it('lays the foundation and adds the service, in three pull requests', async () => {
    const plan = await planOn();

    expect(
      plan.pullRequests.map(({ order, id, base }) => [order, id, base]),
    ).toEqual([
      [1, 'infra-terraform', 'main'],
      [2, 'cluster-gitops', 'main'],
      [3, 'apps-sre', 'main'],
    ]);
    expect(pathsIn(plan, 'gitops')).toEqual(
      expect.arrayContaining([
        'README.md',
        'apps/root/apps-business.yaml',
        'apps/business/refunds-dev.yaml',
        'apps/refunds/base/deployment.yaml',
        'apps/refunds/overlays/prod/kustomization.yaml',
      ]),
    );
    expect(pathsIn(plan, 'infra')).toEqual(
      expect.arrayContaining([
        'core/vpc/main.tf',
        'envs/dev/backend.tf',
        'envs/dev/service-refunds.tf',
      ]),
    );
    expect(pathsIn(plan, 'apps')).toEqual(
      expect.arrayContaining([
        '.github/actions/bump-image/action.yml',
        '.github/workflows/refunds.yml',
        'services/refunds/catalog-info.yaml',
      ]),
    );
    expect(plan.checks.map(check => check.state)).toEqual(
      plan.checks.map(() => 'passed'),
    );
  });

  it('is the same to the byte, whatever order things come in', async () => {
    const files = Object.entries({
      'apps/business/a-dev.yaml': application({
        name: 'a-dev',
        path: 'apps/a/overlays/dev',
      }),
      'apps/business/b-dev.yaml': application({
        name: 'b-dev',
        path: 'apps/b/overlays/dev',
      }),
    });
    const one = await planOn({ gitops: Object.fromEntries(files) });
    const other = await planOn(
      { gitops: Object.fromEntries(files.reverse()) },
      { environments: ['prod', 'dev', 'staging', 'dev'] },
    );
    expect(other).toEqual(one);
    expect(one.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('changes its hash with a value, with a file and with a base commit', async () => {
    const on = (commit: string) => {
      const tree = treeOf([]);
      return {
        apps: {
          ...folderSnapshot('apps-sre', tree),
          branch: () => ({ commit, tree }),
        },
      };
    };
    const hashes = await Promise.all([
      planOn(),
      planOn({}, { description: 'Something else' }),
      planOn({}, { environments: ['dev'] }),
      planOn(on('a'.repeat(40))),
      planOn(on('b'.repeat(40))),
    ]);
    expect(new Set(hashes.map(plan => plan.hash)).size).toBe(5);
  });

  it('starts without an image: zero replicas of a tag that is none', async () => {
    const plan = await planOn();
    for (const { path, environment } of plan.tags) {
      const overlay = parse(fileOf(plan, path));
      expect(overlay.namespace).toBe(`refunds-${environment}`);
      expect(overlay.images).toEqual([
        {
          name: 'shopstack-refunds',
          newName:
            '123456789012.dkr.ecr.us-east-1.amazonaws.com/shopstack-refunds',
          newTag: 'unreleased',
        },
      ]);
      expect(overlay.replicas).toEqual([{ name: 'refunds', count: 0 }]);
      expect(overlay.labels).toEqual([
        {
          pairs: {
            'shopstack.dev/service': 'refunds',
            'shopstack.dev/environment': environment,
          },
          includeSelectors: false,
          includeTemplates: true,
        },
      ]);
    }
    expect(plan.tags).toHaveLength(3);
  });

  it('gives the catalog entry every annotation that the portal reads', async () => {
    const plan = await planOn();
    const text = fileOf(plan, 'services/refunds/catalog-info.yaml');
    const { metadata, spec } = parse(text.split('---')[0]);
    expect(metadata.annotations).toEqual({
      'shopstack.dev/service': 'refunds',
      'shopstack.dev/slo-service': 'refunds',
      'github.com/project-slug': 'shopstack/apps-sre',
      'argocd/app-selector': 'shopstack.dev/service=refunds',
      'backstage.io/kubernetes-label-selector': 'shopstack.dev/service=refunds',
      'aws.amazon.com/amazon-ecr-arn':
        'arn:aws:ecr:us-east-1:123456789012:repository/shopstack-refunds',
      'aws.amazon.com/aws-codebuild-project-arn':
        'arn:aws:codebuild:us-east-1:123456789012:project/shopstack-refunds',
      'backstage.io/techdocs-ref': 'dir:.',
    });
    expect(spec).toMatchObject({
      owner: 'group:default/team-checkout',
      system: 'system:default/checkout',
    });
  });

  it('keeps modes: the script of the shared action can be run', async () => {
    const plan = await planOn();
    const apps = plan.repositories.find(one => one.role === 'apps')!;
    const executable = apps.edits.filter(edit => edit.mode === '100755');
    expect(executable.map(edit => edit.path)).toEqual([
      '.github/actions/bump-image/open-pull-request.sh',
    ]);
  });

  it('writes no date and no lockfile address', async () => {
    const plan = await planOn();
    const year = new Date().getFullYear();
    for (const { path, after } of plan.repositories.flatMap(one => one.edits)) {
      expect([path, after]).not.toEqual([
        path,
        expect.stringMatching(new RegExp(`${year}-\\d\\d-\\d\\d`)),
      ]);
      expect([path, after]).not.toEqual([
        path,
        expect.stringContaining('"resolved"'),
      ]);
    }
  });
});

describe('planCreateService on repositories that have something', () => {
  it('leaves foundation files alone that are there, and adds a module that is missing', async () => {
    const plan = await planOn({
      infra: {
        'core/ecr/main.tf':
          'variable "repository_name" {\n  type = string\n}\n',
        'envs/dev/main.tf': '# wiring\n',
      },
      apps: { 'services/order/package.json': '{}' },
    });
    const infra = pathsIn(plan, 'infra');
    expect(infra.filter(path => path.startsWith('core/ecr'))).toEqual([]);
    expect(infra).toContain('core/codebuild/main.tf');
    expect(infra).toContain('iam/codebuild-role/main.tf');
    expect(infra).not.toContain('envs/dev/main.tf');
    expect(infra).not.toContain('core/vpc/main.tf');
    expect(pathsIn(plan, 'apps')).not.toContain('README.md');
    expect(pathsIn(plan, 'apps')).toContain(
      '.github/actions/bump-image/action.yml',
    );
  });

  it('refuses a file that is in the way under another case', async () => {
    await expect(
      planOn({ infra: { 'ENVS/dev/Service-Refunds.tf': '' } }),
    ).rejects.toThrow(
      'infra-terraform has the file ENVS/dev/Service-Refunds.tf',
    );
  });

  it('refuses a base branch that its Applications read and that is not there', async () => {
    const tree = treeOf([
      [
        'apps/business/order-dev.yaml',
        application({
          name: 'order-dev',
          path: 'apps/order/overlays/dev',
          revision: 'stable',
        }),
      ],
    ]);
    const gitops = {
      name: 'cluster-gitops',
      defaultBranch: 'main',
      branch: (name: string) => (name === 'main' ? { tree } : undefined),
    };
    await expect(planOn({ gitops })).rejects.toThrow(
      'cluster-gitops has no branch stable',
    );
  });

  it('names a skeleton file that cannot be rendered', async () => {
    const broken = new Map(SKELETON).set(
      'skeleton/cluster-gitops/base/broken.yaml',
      { content: '<$ nobody $>', executable: false },
    );
    await expect(planOn({}, {}, broken)).rejects.toThrow(
      'skeleton/cluster-gitops/base/broken.yaml',
    );
  });
});
