import { identifyEnvironment } from './identity';

describe('identifyEnvironment', () => {
  it('believes labels before anything else', () => {
    expect(
      identifyEnvironment({
        labels: {
          'shopstack.dev/service': 'order',
          'shopstack.dev/environment': 'prod',
        },
        sourcePath: 'apps/cart/overlays/dev',
        name: 'cart-staging',
        namespace: 'cart-staging',
        service: 'cart',
      }),
    ).toEqual({ service: 'order', environment: 'prod', basis: 'known' });
  });

  it.each([
    [
      'the source path before the name',
      { sourcePath: 'apps/cart/overlays/staging', name: 'cart-dev' },
      'cart',
      'staging',
    ],
    [
      'the innermost overlays folder',
      { sourcePath: 'overlays/team/apps/cart/overlays/dev/' },
      'cart',
      'dev',
    ],
    [
      'the rest of the name after the service, whatever it is',
      { name: 'cart-eu-west', service: 'cart' },
      'cart',
      'eu-west',
    ],
    [
      'the ending of the name before the namespace',
      { name: 'web-storefront-production', namespace: 'web-storefront-dev' },
      'web-storefront',
      'production',
    ],
    [
      'the ending of the namespace',
      { name: 'cart', namespace: 'cart-qa' },
      'cart',
      'qa',
    ],
    [
      'a namespace that is an environment',
      { name: 'cart', namespace: 'staging' },
      'cart',
      'staging',
    ],
    [
      'a service label with an unlabelled environment',
      { labels: { 'shopstack.dev/service': 'cart' }, name: 'cart-dev' },
      'cart',
      'dev',
    ],
    [
      'an environment label with an unlabelled service',
      { labels: { 'shopstack.dev/environment': 'dev' }, name: 'cart-dev' },
      'cart',
      'dev',
    ],
  ])('concludes from %s', (_, evidence, service, environment) => {
    expect(identifyEnvironment(evidence)).toEqual({
      service,
      environment,
      basis: 'inferred',
    });
  });

  it('keeps to itself what nothing tells', () => {
    expect(identifyEnvironment({})).toBeUndefined();
    expect(identifyEnvironment({ name: 'infra-base' })).toBeUndefined();
    expect(
      identifyEnvironment({ sourcePath: 'apps/monitoring', name: 'cart' }),
    ).toBeUndefined();
    expect(
      identifyEnvironment({ sourcePath: 'apps/overlays' }),
    ).toBeUndefined();
  });
});
