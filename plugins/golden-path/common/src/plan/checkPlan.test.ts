import { SKELETON, planOn } from '../__testUtils__/planning';

const GITOPS = 'skeleton/cluster-gitops';
const SERVICE = 'skeleton/apps-sre/node-express/services/__name__';

/** The golden path with one mistake put into one file of its skeleton. */
const withMistake = (file: string, from: string, to: string) => {
  const { content, executable } = SKELETON.get(file)!;
  expect(content).toContain(from);
  return new Map(SKELETON).set(file, {
    content: content.replace(from, to),
    executable,
  });
};

describe('checkPlan', () => {
  it.each<[string, string, string, string, string]>([
    [
      'tags',
      'a moving tag',
      `${GITOPS}/overlay/kustomization.yaml`,
      '"unreleased"',
      '"latest"',
    ],
    [
      'images',
      'an image that the base does not use',
      `${GITOPS}/overlay/kustomization.yaml`,
      '- name: <$ image.name $>',
      '- name: <$ image.registry $>/<$ image.name $>',
    ],
    [
      'namespaces',
      'a namespace for all environments',
      `${GITOPS}/overlay/kustomization.yaml`,
      'namespace: <$ namespace $>',
      'namespace: <$ name $>',
    ],
    [
      'namespaces',
      'a namespace in the base',
      `${GITOPS}/base/kustomization.yaml`,
      'resources:',
      'namespace: business\nresources:',
    ],
    [
      'namespaces',
      'another namespace in the Application',
      `${GITOPS}/application/application.yaml`,
      'namespace: <$ namespace $>',
      'namespace: production',
    ],
    [
      'applications',
      'no finalizer',
      `${GITOPS}/application/application.yaml`,
      '- resources-finalizer.argocd.argoproj.io',
      '- other',
    ],
    [
      'applications',
      'a path that is not there',
      `${GITOPS}/application/application.yaml`,
      'path: <$ overlayPath $>',
      'path: deploy/<$ overlayPath $>',
    ],
    [
      'workloads',
      'no limits',
      `${GITOPS}/base/deployment.yaml`,
      'resources:',
      'x-resources:',
    ],
    [
      'workloads',
      'no liveness probe',
      `${GITOPS}/base/deployment.yaml`,
      'livenessProbe:',
      'x-probe:',
    ],
    [
      'workloads',
      'no security context',
      `${GITOPS}/base/deployment.yaml`,
      '          securityContext:',
      '          x-context:',
    ],
    [
      'yaml',
      'broken YAML',
      `${SERVICE}/mkdocs.yml`,
      'docs_dir: docs',
      'docs_dir: [docs',
    ],
    [
      'yaml',
      'a key twice',
      `${SERVICE}/openapi.yaml`,
      'paths:',
      'openapi: 3.1.0\npaths:',
    ],
    [
      'json',
      'broken JSON',
      `${SERVICE}/package.json`,
      '"private": true,',
      '"private": true',
    ],
  ])('fails "%s" for %s', async (check, _, file, from, to) => {
    const plan = await planOn({}, {}, withMistake(file, from, to));
    const failed = plan.checks.filter(one => one.state === 'failed');
    expect(failed.map(one => one.name)).toContain(check);
    expect(failed[0].detail).not.toBe('');
  });

  it('passes what the golden path writes', async () => {
    const { checks } = await planOn();
    expect(checks.filter(one => one.state !== 'passed')).toEqual([]);
    expect(checks.length).toBeGreaterThan(7);
  });
});
