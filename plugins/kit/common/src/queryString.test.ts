import { queryString } from './queryString';

describe('queryString', () => {
  it('encodes every value, repeats lists and leaves out what is not given', () => {
    expect(
      queryString({ a: 'x&y=z', b: ['1', '2'], c: undefined, d: 0, e: false }),
    ).toBe('?a=x%26y%3Dz&b=1&b=2&d=0&e=false');
  });

  it('is empty where there is nothing to ask', () => {
    expect(queryString({ a: undefined, b: [] })).toBe('');
  });
});
