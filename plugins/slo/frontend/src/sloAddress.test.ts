import {
  entitySlosPath,
  formatSloReference,
  parseSloReference,
} from './sloAddress';

describe('the address of an objective', () => {
  it.each([
    { instance: 'shopstack', id: 'orders-availability' },
    { instance: 'eu', id: 'a/b c' },
  ])('is read as it was written: %j', reference => {
    expect(parseSloReference(formatSloReference(reference))).toEqual(reference);
  });

  it.each([null, '', 'orders', '/orders', 'shopstack/'])(
    'is none for %j',
    text => {
      expect(parseSloReference(text)).toBeUndefined();
    },
  );

  it('leads into the tab of the entity', () => {
    expect(
      entitySlosPath('component:default/orders', {
        instance: 'shopstack',
        id: 'orders-availability',
      }),
    ).toBe(
      '/catalog/default/component/orders/slos?slo=shopstack%2Forders-availability',
    );
  });
});
