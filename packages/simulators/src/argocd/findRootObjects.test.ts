import { readFiles } from '../kustomize/__testUtils__/readFiles';
import {
  describeWithRealInput,
  realInput,
} from '../kustomize/__testUtils__/realInput';
import { applicationYaml } from './__testUtils__/openArgocd';
import { findRootObjects } from './findRootObjects';

const names = (files: Map<string, string>) =>
  findRootObjects(files).map(({ metadata }) => metadata.name);

describe('findRootObjects', () => {
  it('finds the parents of the app-of-apps layout', () => {
    const files = new Map([
      [
        'apps/root/apps-business.yaml',
        applicationYaml('apps-business', 'apps/business'),
      ],
      [
        'apps/business/tea-dev.yaml',
        applicationYaml('tea-dev', 'apps/tea/overlays/dev'),
      ],
      ['docs/example.yaml', applicationYaml('example', 'nowhere')],
    ]);
    expect(names(files)).toEqual(['apps-business']);
  });

  it('finds in other layouts what no application would apply', () => {
    const files = new Map([
      ['argocd/platform.yaml', applicationYaml('platform', 'children')],
      [
        'argocd/recursive.yaml',
        applicationYaml('recursive', 'deep', {
          source: 'directory: { recurse: true }',
        }),
      ],
      ['children/tea.yaml', applicationYaml('tea', 'apps/tea')],
      ['deep/down/milk.yaml', applicationYaml('milk', 'apps/milk')],
      ['itself/self.yaml', applicationYaml('self', 'itself')],
      [
        'project.yaml',
        'apiVersion: argoproj.io/v1alpha1\nkind: AppProject\nmetadata: { name: shop }\n',
      ],
      [
        'chart/templates/app.yaml',
        'kind: {{ .Values.kind }} # argoproj.io/v1alpha1',
      ],
    ]);
    expect(names(files).sort()).toEqual([
      'platform',
      'recursive',
      'self',
      'shop',
    ]);
  });
});

describeWithRealInput()('findRootObjects in an existing repository', () => {
  it('finds its three parents', () => {
    expect(names(readFiles(realInput)).sort()).toEqual([
      'apps-business',
      'apps-infra',
      'apps-monitoring',
    ]);
  });
});
