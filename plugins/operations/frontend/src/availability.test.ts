import { areLinksAvailable, areSecretsAvailable } from './availability';

const entity = (kind: string, annotations?: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'orders', annotations },
});
const service = { 'shopstack.dev/service': 'orders' };
const tags = { 'shopstack.dev/secret-tags': 'app=orders' };

describe('availability', () => {
  it('has links for components that name their service', () => {
    expect(areLinksAvailable(entity('Component', service))).toBe(true);
    expect(areLinksAvailable(entity('Component', tags))).toBe(false);
    expect(areLinksAvailable(entity('System', service))).toBe(false);
    expect(areLinksAvailable(entity('Component'))).toBe(false);
  });

  it('has secrets for those and for components that name tags', () => {
    expect(areSecretsAvailable(entity('Component', service))).toBe(true);
    expect(areSecretsAvailable(entity('Component', tags))).toBe(true);
    expect(
      areSecretsAvailable(entity('Component', { 'shopstack.dev/service': '' })),
    ).toBe(false);
  });
});
