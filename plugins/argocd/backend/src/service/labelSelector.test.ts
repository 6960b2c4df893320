import { parseLabelSelector } from './labelSelector';

const labels = { app: 'cart', 'shop.dev/tier': 'gold', empty: '' };
const matches = (selector: string) =>
  parseLabelSelector(selector)?.matches(labels);

describe('parseLabelSelector', () => {
  it.each([
    ['app=cart', true],
    ['app==cart', true],
    ['app = cart', true],
    ['app=order', false],
    ['app!=order', true],
    ['app!=cart', false],
    ['missing!=x', true],
    ['app in (cart, order)', true],
    ['app in (order)', false],
    ['app notin (order)', true],
    ['missing notin (order)', true],
    ['app', true],
    ['missing', false],
    ['!missing', true],
    ['!app', false],
    ['empty=', true],
    ['app=cart,shop.dev/tier in (gold,silver),!missing', true],
    ['app=cart,shop.dev/tier=silver', false],
    ['constructor', false],
  ])('%s is %s', (selector, expected) => {
    expect(matches(selector)).toBe(expected);
  });

  it.each(['app in cart', 'a b', '=x', 'app=(a', 'app in (a', '()'])(
    'does not read %s',
    selector => {
      expect(parseLabelSelector(selector)).toBeUndefined();
    },
  );

  it('names a label that everything has which it finds', () => {
    expect(parseLabelSelector('!x,app=cart')?.equality).toEqual({
      key: 'app',
      value: 'cart',
    });
    expect(parseLabelSelector('app in (cart)')).not.toHaveProperty('equality');
  });
});
