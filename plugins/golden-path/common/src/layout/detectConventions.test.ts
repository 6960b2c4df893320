import { application } from '../__testUtils__/planning';
import { treeOf } from '../plan/RepositoryTree';
import { PLATFORM_DEFAULTS } from './PlatformDefaults';
import { detectConventions } from './detectConventions';

const detect = (files: Record<string, string>) =>
  detectConventions(treeOf(Object.entries(files)), PLATFORM_DEFAULTS, 'main');

const parent = (path: string, revision = 'main') =>
  application({ name: 'parent', path, revision });
const order = (
  file: string,
  options: { revision?: string; more?: string } = {},
) => ({
  [file]: application({
    name: 'order-dev',
    path: 'apps/order/overlays/dev',
    ...options,
  }),
});

describe('detectConventions', () => {
  it('gives a fresh repository our own conventions', () => {
    const fresh = detect({
      'README.md': '# new',
      '.gitignore': '',
      'apps/infra/.gitkeep': '',
    });
    expect(fresh).toMatchObject({
      manifestsFolder: 'apps',
      manifestsBranch: 'main',
      applicationsBranch: 'main',
      applicationFile: 'apps/business/{service}-{environment}.yaml',
      applicationName: '{service}-{environment}',
      selectorLabel: 'app',
      argocd: {
        repoUrl: 'https://github.com/shopstack/cluster-gitops',
        targetRevision: 'main',
        syncWave: '3',
        destination: { server: 'https://kubernetes.default.svc' },
      },
      image: {
        registry: '123456789012.dkr.ecr.us-east-1.amazonaws.com',
        repositoryPrefix: 'shopstack-',
      },
      warnings: [],
    });
    expect(fresh.pullSecret).toBeUndefined();
  });

  it('refuses a layout that it does not know, and says what it looked for and found', () => {
    expect(() =>
      detect({
        'argocd/shop.yaml': application({
          name: 'shop',
          path: 'kubernetes/manifests',
        }),
        'kubernetes/manifests/order.yaml': 'kind: Deployment\n',
      }),
    ).toThrow(/<service>\/overlays\/<environment>.*kubernetes\/manifests/);
    expect(() =>
      detect({ 'charts/order/Chart.yaml': 'name: order\n' }),
    ).toThrow('no Argo CD Application');
    expect(() =>
      detect({
        'sets.yaml':
          'apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: {name: all}\n',
      }),
    ).toThrow('ApplicationSets');
  });

  it('tells the branch of the manifests from the branch of the Applications', () => {
    expect(
      detect({
        'apps/root/p.yaml': parent('apps/business', 'dev     '),
        ...order('apps/business/order-dev.yaml', { revision: 'release' }),
      }),
    ).toMatchObject({
      parent: 'parent',
      applicationsBranch: 'dev',
      manifestsBranch: 'release',
      argocd: { targetRevision: 'release' },
    });
  });

  it('takes HEAD for the default branch, and keeps it in the Applications', () => {
    expect(
      detect({
        'apps/root/p.yaml': parent('apps/business', 'HEAD'),
        ...order('apps/business/order-dev.yaml', { revision: 'HEAD' }),
      }),
    ).toMatchObject({
      applicationsBranch: 'main',
      manifestsBranch: 'main',
      argocd: { targetRevision: 'HEAD' },
    });
  });

  it('reads several Applications of one file, with CRLF and a byte order mark', () => {
    const text = [
      parent('apps/services'),
      application({ name: 'order-dev', path: './apps/order/overlays/dev/' }),
      application({ name: 'cart-dev', path: 'apps/cart/overlays/dev' }),
    ].join('\n---\n');
    expect(
      detect({
        'apps/services/all.yaml': `\ufeff${text.replace(/\n/g, '\r\n')}`,
      }),
    ).toMatchObject({
      parent: 'parent',
      manifestsFolder: 'apps',
      applicationFile: 'apps/services/{service}-{environment}.yaml',
    });
  });

  it.each([
    ['argocd/order.dev.yml', 'argocd/{service}.{environment}.yml'],
    ['argocd/order/dev.yaml', 'argocd/{service}/{environment}.yaml'],
    ['argocd/dev/order-app.yaml', 'argocd/{environment}/{service}-app.yaml'],
  ])('names files as %s is named', (file, pattern) => {
    expect(detect(order(file)).applicationFile).toBe(pattern);
  });

  it('warns when no Application renders the folder of the Applications', () => {
    expect(detect(order('argocd/order-dev.yaml')).warnings).toEqual([
      'No Application renders argocd: the new Applications have to be applied by hand.',
    ]);
    const sub = order('argocd/order/dev.yaml');
    expect(
      detect({ ...sub, 'p.yaml': parent('argocd') }).warnings,
    ).toHaveLength(1);
    const recursive = `${parent('argocd').replace(
      '    path: argocd',
      '    path: argocd\n    directory:\n      recurse: true',
    )}`;
    expect(detect({ ...sub, 'p.yaml': recursive }).warnings).toEqual([]);
  });

  it('follows the registry, the image names, the pod label and the pull secret of the siblings', () => {
    const overlay = (service: string) => ({
      [`apps/${service}/overlays/dev/kustomization.yaml`]: `images:
  - name: acme/${service}
    newName: 999999999999.dkr.ecr.eu-west-1.amazonaws.com/acme-${service}
    newTag: latest
patches:
  - path: pull.yaml
`,
      [`apps/${service}/overlays/dev/pull.yaml`]:
        'spec: {template: {spec: {imagePullSecrets: [{name: regcred}]}}}\n',
      [`apps/${service}/base/deployment.yaml`]: `kind: Deployment
spec: {selector: {matchLabels: {app.kubernetes.io/name: ${service}}}}
`,
    });
    expect(
      detect({
        ...order('argocd/order-dev.yaml'),
        ...overlay('order'),
        ...overlay('cart'),
      }),
    ).toMatchObject({
      image: {
        registry: '999999999999.dkr.ecr.eu-west-1.amazonaws.com',
        repositoryPrefix: 'acme-',
        namePrefix: 'acme/',
      },
      selectorLabel: 'app.kubernetes.io/name',
      pullSecret: { file: 'pull.yaml', names: ['regcred'] },
    });
  });

  it('finds add-ons by their objects or by the chart that brings them', () => {
    const base = order('argocd/order-dev.yaml');
    expect(detect(base).addOns).toEqual({ serviceMonitor: false });
    expect(
      detect({
        ...base,
        'infra/store.yaml': 'kind: ClusterSecretStore\nmetadata: {name: aws}\n',
        'infra/prometheus.yaml':
          'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: prometheus}\nspec: {source: {repoURL: x, chart: kube-prometheus-stack}}\n',
      }).addOns,
    ).toEqual({ serviceMonitor: true, externalSecret: { store: 'aws' } });
  });

  it('passes over what is no YAML', () => {
    expect(
      detect({
        ...order('argocd/order-dev.yaml'),
        'chart/templates/x.yaml':
          '{{- if .Values.on }}\nkind: {{ .Values.kind }}\n{{- end }}\n',
        'broken.yaml': 'a: [\n\tb',
        'alias.yaml': 'a: *nobody\n',
      }).manifestsFolder,
    ).toBe('apps');
  });
});
