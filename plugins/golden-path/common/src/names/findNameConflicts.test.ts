import { application } from '../__testUtils__/planning';
import { treeOf } from '../plan/RepositoryTree';
import { findNameConflicts } from './findNameConflicts';

const find = (
  repositories: Partial<
    Record<'apps' | 'gitops' | 'infra', Record<string, string>>
  >,
  name = 'refunds',
) => {
  const named = (role: 'apps' | 'gitops' | 'infra') => ({
    name: role,
    tree: treeOf(Object.entries(repositories[role] ?? {})),
  });
  return findNameConflicts(name, {
    apps: named('apps'),
    gitops: named('gitops'),
    infra: named('infra'),
  }).map(({ where, what }) => `${where}: ${what}`);
};

describe('findNameConflicts', () => {
  it.each<[string, Record<string, string>, string]>([
    [
      'a folder of a service',
      { 'services/Refunds/index.js': '' },
      'apps: the folder services/Refunds',
    ],
    [
      'a workflow',
      { '.github/workflows/refunds.yaml': '' },
      'apps: the file .github/workflows/refunds.yaml',
    ],
    [
      'a catalog entry elsewhere',
      {
        'catalog/all.yaml':
          'apiVersion: backstage.io/v1alpha1\nkind: System\nmetadata: {name: shop}\n---\napiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: REFUNDS}\n',
      },
      'apps: a component in catalog/all.yaml',
    ],
  ])('finds %s in the code', (_, apps, expected) => {
    expect(find({ apps })).toEqual([expected]);
  });

  it.each<[string, Record<string, string>, string]>([
    [
      'a folder',
      { 'apps/REFUNDS/values.yaml': '' },
      'gitops: the folder apps/REFUNDS',
    ],
    [
      'an Application by name',
      {
        'x.yaml': application({ name: 'Refunds-Staging', path: 'charts/x' }),
      },
      'gitops: the Application Refunds-Staging in x.yaml',
    ],
    [
      'an Application by source path',
      {
        'x.yaml': application({
          name: 'money-back',
          path: 'other/refunds/overlays/qa/',
        }),
      },
      'gitops: the Application money-back in x.yaml',
    ],
    [
      'the second Application of a file',
      {
        'all.yaml': [
          application({ name: 'order-dev', path: 'apps/order/overlays/dev' }),
          application({ name: 'refunds-dev', path: 'charts/refunds' }),
        ].join('\n---\n'),
      },
      'gitops: the Application refunds-dev in all.yaml',
    ],
    [
      'a base outside the usual folder',
      { 'services/refunds/base/kustomization.yaml': '' },
      'gitops: the folder services/refunds',
    ],
  ])('finds %s in the manifests', (_, gitops, expected) => {
    expect(find({ gitops })).toEqual([expected]);
  });

  it.each<[string, string, string]>([
    [
      'a module',
      'module "refunds_ecr" {\n  source = "../x"\n}\n',
      'the module refunds_ecr in main.tf',
    ],
    [
      'a registry',
      'resource "aws_ecr_repository" "x" {\n  name = "shopstack-Refunds"\n}\n',
      '"shopstack-Refunds" in main.tf',
    ],
    [
      'a registry in a list of bare names',
      'module "ecr" {\n  for_each = toset(["order", "refunds"])\n}\n',
      'the registry "refunds" in main.tf',
    ],
    [
      'a secret',
      'locals {\n  names = ["shopstack/dev/refunds"]\n}\n',
      '"shopstack/dev/refunds" in main.tf',
    ],
  ])('finds %s in Terraform', (_, hcl, expected) => {
    expect(find({ infra: { 'main.tf': hcl } })).toEqual([`infra: ${expected}`]);
  });

  it('finds a name with dashes as Terraform writes it', () => {
    const infra = { 'main.tf': 'module "gift_cards_codebuild" {\n}\n' };
    expect(find({ infra }, 'gift-cards')).toHaveLength(1);
  });

  it('does not take a part of a name, a comment or another word for the name', () => {
    expect(
      find({
        apps: {
          'services/refunds-api/index.js': '',
          'services/order/refunds.js': '',
          '.github/workflows/refunds-nightly.yml': '',
        },
        gitops: {
          'apps/refunds-worker/base/kustomization.yaml': '',
          'x.yaml': application({
            name: 'refunds-worker-dev',
            path: 'apps/refunds-worker/overlays/dev',
          }),
        },
        infra: {
          'main.tf':
            '# module "refunds_ecr" {\nlocals {\n  topic = "refunds"\n  other = "shopstack-refunds-api" // "shopstack-refunds"\n}\n',
        },
      }),
    ).toEqual([]);
  });
});
