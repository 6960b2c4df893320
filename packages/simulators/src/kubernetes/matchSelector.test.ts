import { parseSelector } from './matchSelector';

const labels = { app: 'tea', 'shopstack.dev/service': 'tea', empty: '' };

describe('parseSelector', () => {
  it.each([
    ['', true],
    ['app=tea', true],
    ['app==tea', true],
    ['app = tea', true],
    ['app=coffee', false],
    ['app!=coffee', true],
    ['absent!=anything', true],
    ['app in (coffee, tea)', true],
    ['app in (coffee)', false],
    ['app notin (coffee,milk)', true],
    ['absent notin (a)', true],
    ['absent in (a)', false],
    ['app', true],
    ['!app', false],
    ['!absent', true],
    ['empty=', true],
    ['shopstack.dev/service=tea,app in (tea),!absent', true],
    ['shopstack.dev/service=tea,absent', false],
  ])('reads %j', (selector, expected) => {
    expect(parseSelector(selector)(labels)).toBe(expected);
  });

  it.each(['=', 'app in tea', 'a b', 'app=tea,', 'app in (a', '/x=1'])(
    'refuses %j',
    selector => {
      expect(() => parseSelector(selector)).toThrow(
        'unable to parse requirement',
      );
    },
  );

  it('matches nothing by a label where there are none', () => {
    expect(parseSelector('app=tea')(undefined)).toBe(false);
    expect(parseSelector('')(undefined)).toBe(true);
  });
});
