import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { run } from './run';

/** Kustomize 5, which the rendered overlays are written for; older ones do not know `labels`. One that go built calls itself (devel). */
const KUSTOMIZE = [
  { build: ['kubectl', 'kustomize'], version: ['version', '--client'] },
  { build: ['kustomize', 'build'], version: ['version'] },
].find(({ build: [command], version }) => {
  try {
    const options = { encoding: 'utf8', stdio: 'pipe' } as const;
    return /\bv5\.|^\(devel\)/.test(execFileSync(command, version, options));
  } catch {
    return false;
  }
})?.build;
if (!KUSTOMIZE && process.env.SHOPSTACK_REQUIRE_REAL !== '1') {
  process.stderr.write(
    'SKIPPED: Kustomize 5 is not on this machine (kubectl or kustomize), so rendered overlays are not built\n',
  );
}
const describeReal =
  KUSTOMIZE || process.env.SHOPSTACK_REQUIRE_REAL === '1'
    ? describe
    : describe.skip;

jest.setTimeout(120_000);

/** A repository as somebody else keeps it, with the defects that real ones have. */
const OTHERS: Record<string, string> = {
  'apps/root/apps-business.yaml': `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: apps-business, namespace: argocd}
spec:
  project: default
  source: {repoURL: https://forge.example/acme/gitops, targetRevision: "dev  ", path: apps/business}
  destination: {server: https://kubernetes.default.svc, namespace: shop}
`,
  'apps/business/orders-dev.yaml': `apiVersion: argoproj.io/v1alpha1\r
kind: Application\r
metadata:\r
    name: orders-dev\r
    namespace: argocd\r
spec:\r
    project: default\r
    source:\r
        repoURL: https://forge.example/acme/gitops   \r
        targetRevision: main\r
        path: apps/orders/overlays/dev\r
    destination: {server: https://kubernetes.default.svc, namespace: orders}\r
`,
  'apps/orders/base/kustomization.yaml':
    'namespace: business\nresources: [deployment.yaml]\n',
  'apps/orders/base/deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: {name: orders}
spec:
  selector: {matchLabels: {app: orders}}
  template:
    metadata: {labels: {app: orders}}
    spec: {containers: [{name: orders, image: shopstack-orders}]}
`,
  'apps/orders/overlays/dev/kustomization.yaml': `namespace: orders
resources: [../../base]
images:
  - {name: shopstack-orders, newName: 999999999999.dkr.ecr.eu-west-1.amazonaws.com/shopstack-orders, newTag: latest}
patches: [{path: pull.yaml}]
`,
  'apps/orders/overlays/dev/pull.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: {name: orders}
spec: {template: {spec: {imagePullSecrets: [{name: regcred}]}}}
`,
};

describeReal('rendered overlays and kustomize', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kustomize-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function renderOn(gitops: Record<string, string>) {
    const files = Object.entries(gitops).map(
      ([path, text]) => [`repos/cluster-gitops/${path}`, text] as const,
    );
    const values = {
      name: 'refunds',
      description: 'Returns money',
      owner: 'team-checkout',
      system: 'checkout',
      runtime: 'node-express',
      environments: ['dev', 'staging', 'prod'],
    };
    await mkdir(join(folder, 'repos'), { recursive: true });
    for (const [path, text] of [
      ...files,
      ['values.yaml', JSON.stringify(values)] as const,
    ]) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const errors: string[] = [];
    const code = await run(
      [
        ...['--template', 'create-service', '--values', 'values.yaml'],
        ...['--repos', 'repos', '--out', 'out'],
      ],
      {
        directory: folder,
        templates: join(__dirname, '../../../../templates'),
        out: () => {},
        error: line => errors.push(line),
      },
    );
    expect([code, errors.join('\n')]).toEqual([0, expect.any(String)]);
  }

  function build(environment: string): Record<string, any>[] {
    const [command, argument] = KUSTOMIZE ?? ['kubectl', 'kustomize'];
    const text = execFileSync(
      command,
      [
        argument,
        join(folder, 'out/cluster-gitops/apps/refunds/overlays', environment),
      ],
      { encoding: 'utf8' },
    );
    return parseAllDocuments(text).map(document => document.toJS());
  }

  it.each<[string, Record<string, string>, string, string[]]>([
    [
      'a fresh repository',
      {},
      '123456789012.dkr.ecr.us-east-1.amazonaws.com',
      [],
    ],
    [
      'a repository of somebody else',
      OTHERS,
      '999999999999.dkr.ecr.eu-west-1.amazonaws.com',
      ['regcred'],
    ],
  ])('build on %s', async (_, gitops, registry, pullSecrets) => {
    await renderOn(gitops);

    for (const environment of ['dev', 'staging', 'prod']) {
      const objects = build(environment);
      expect(objects.map(one => one.kind).sort()).toEqual([
        'Deployment',
        'PodDisruptionBudget',
        'Service',
      ]);
      const labels = {
        'shopstack.dev/service': 'refunds',
        'shopstack.dev/environment': environment,
      };
      for (const { metadata } of objects) {
        expect(metadata.namespace).toBe(`refunds-${environment}`);
        expect(metadata.labels).toMatchObject(labels);
      }
      const { spec } = objects.find(one => one.kind === 'Deployment')!;
      const pod = spec.template;
      expect(spec.replicas).toBe(0);
      expect(spec.selector.matchLabels).toEqual({ app: 'refunds' });
      expect(pod.metadata.labels).toEqual({ app: 'refunds', ...labels });
      expect(pod.spec.containers[0].image).toBe(
        `${registry}/shopstack-refunds:unreleased`,
      );
      expect(
        (pod.spec.imagePullSecrets ?? []).map((one: any) => one.name),
      ).toEqual(pullSecrets);
    }
    const limits = (environment: string) =>
      build(environment).find(one => one.kind === 'Deployment')!.spec.template
        .spec.containers[0].resources.limits;
    expect(['dev', 'staging', 'prod'].map(limits)).toEqual([
      { cpu: '500m', memory: '512Mi' },
      { cpu: '1', memory: '1Gi' },
      { cpu: '2', memory: '2Gi' },
    ]);
  });
});
