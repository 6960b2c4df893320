import { ownReference } from './ownReference';
import { application, SHA } from './testing';

describe('ownReference', () => {
  const brings = (message: string | undefined) =>
    ownReference(application(), {
      id: 1,
      revision: 'a'.repeat(40),
      deployedAt: '2026-11-20T09:00:00Z',
      message,
      reference: { sha: SHA },
    })?.sha;

  it('believes the bump of this service in this environment', () => {
    expect(brings('chore: bump cart image to 9be01d2 in dev')).toBe(SHA);
    expect(brings('Merge\n\nchore: bump `cart` image in Dev.')).toBe(SHA);
  });

  it.each([
    'chore: bump order image to 9be01d2 in dev',
    'chore: bump cart-api image to 9be01d2 in dev',
    'chore: bump cart image to 9be01d2 in prod',
    undefined,
  ])('believes no other commit that the sync happened to land on: %s', text => {
    expect(brings(text)).toBeUndefined();
  });

  it('believes the bump of the overlay that a standby renders', () => {
    const standby = application({
      environment: 'dr',
      source: {
        repoUrl: 'https://forge.example/shopstack/cluster-gitops',
        path: 'apps/cart/overlays/prod',
        targetRevision: 'main',
      },
    });
    const deployment = {
      id: 1,
      revision: 'a'.repeat(40),
      deployedAt: '2026-11-20T09:00:00Z',
      message: 'chore: bump cart image to 9be01d2 in prod',
      reference: { sha: SHA },
    };
    expect(ownReference(standby, deployment)?.sha).toBe(SHA);
  });

  it('has nothing to believe without trailers', () => {
    expect(
      ownReference(application(), application().history[0]),
    ).toBeUndefined();
  });
});
