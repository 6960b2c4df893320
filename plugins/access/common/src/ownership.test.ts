import { isOwner, isPlatformTeam, mayActOn } from './ownership';

const cart = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'cart' },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/team-checkout' },
    { type: 'dependsOn', targetRef: 'group:default/team-identity' },
  ],
};

describe('ownership', () => {
  it('belongs to the owner of the entity and to the platform team', () => {
    expect(
      isOwner(cart, ['user:default/x', 'group:default/team-checkout']),
    ).toBe(true);
    expect(isOwner(cart, ['group:default/team-platform'])).toBe(false);
    expect(mayActOn(cart, ['group:default/team-platform'])).toBe(true);
    expect(mayActOn(cart, ['Group:Default/Team-Checkout'])).toBe(true);
  });

  it('belongs to nobody else', () => {
    expect(mayActOn(cart, [])).toBe(false);
    expect(mayActOn(cart, ['user:development/guest'])).toBe(false);
    expect(isOwner(cart, ['group:default/team-identity'])).toBe(false);
    expect(isPlatformTeam(['group:other/team-platform'])).toBe(false);
  });
});
