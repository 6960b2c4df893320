import { parseSelection } from './parseSelection';

const entity = (annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'cart', annotations },
});

describe('parseSelection', () => {
  it('takes all that an entity names', () => {
    expect(
      parseSelection(
        entity({
          'argocd/app-selector': ' shopstack.dev/service=cart ',
          'argocd/app-name': 'cart-dev, cart-prod',
          'argocd/app-namespace': 'team-checkout',
          'argocd/project-name': 'shop',
          'argocd/instance-name': 'main,edge',
          'shopstack.dev/service': 'cart',
        }),
      ),
    ).toEqual({
      selection: {
        selector: 'shopstack.dev/service=cart',
        names: ['cart-dev', 'cart-prod'],
        appNamespace: 'team-checkout',
        project: 'shop',
        service: 'cart',
      },
      instances: ['main', 'edge'],
    });
  });

  it('names what is missing', () => {
    expect(() => parseSelection(entity({}))).toThrow(
      "has no annotation 'argocd/app-selector' or 'argocd/app-name'",
    );
  });

  it.each([
    ['argocd/app-selector', 'a=b\r\nc'],
    ['argocd/app-selector', `a=${'b'.repeat(10_000)}`],
    ['argocd/app-selector', 'a=b&refresh=hard'],
    ['argocd/app-name', '../../session'],
    ['argocd/app-name', 'cart?x'],
    ['argocd/app-name', '%2e%2e'],
    ['argocd/app-name', 'cärt'],
    ['argocd/project-name', 'a/b'],
    ['argocd/app-namespace', 'x#y'],
  ])('refuses %s: %j', (annotation, value) => {
    expect(() =>
      parseSelection(entity({ 'argocd/app-name': 'ok', [annotation]: value })),
    ).toThrow(`The annotation '${annotation}' is malformed`);
  });
});
