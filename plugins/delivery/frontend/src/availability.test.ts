import { isDeliveryAvailable } from './availability';

const entity = (kind: string, annotations?: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'orders', annotations },
});

describe('isDeliveryAvailable', () => {
  it.each([
    ['shopstack.dev/service'],
    ['argocd/app-selector'],
    ['argocd/app-name'],
  ])('is true for a component with %s', annotation => {
    expect(
      isDeliveryAvailable(entity('Component', { [annotation]: 'x' })),
    ).toBe(true);
  });

  it('is false without an annotation, with an empty one, and for other kinds', () => {
    expect(isDeliveryAvailable(entity('Component'))).toBe(false);
    expect(
      isDeliveryAvailable(entity('Component', { 'argocd/app-name': '' })),
    ).toBe(false);
    expect(
      isDeliveryAvailable(entity('System', { 'shopstack.dev/service': 'x' })),
    ).toBe(false);
  });
});
