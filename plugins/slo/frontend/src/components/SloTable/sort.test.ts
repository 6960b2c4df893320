import { slo } from '../../__testUtils__/slos';
import { formatSort, parseSort, sortSlos } from './sort';

const items = [
  slo({ name: 'b', title: 'b', burn: 0.1, budget: { remaining: 0.9 } }),
  slo({ name: 'a', title: 'a', state: 'no-data', burn: undefined, budget: {} }),
  slo({
    name: 'c',
    title: 'c',
    state: 'burning',
    burn: 9,
    budget: { remaining: 0.2 },
  }),
];
const names = (sort: string) =>
  sortSlos(items, parseSort(sort))
    .map(({ name }) => name)
    .join('');

describe('the order of objectives', () => {
  it.each([
    ['', 'cab'],
    ['-state', 'bac'],
    ['name', 'abc'],
    ['-name', 'cba'],
    ['burn', 'cba'],
    // What has no value stands last either way.
    ['-burn', 'bca'],
    ['budget', 'cba'],
    ['-budget', 'bca'],
    ['nonsense', 'cab'],
  ])('is by "%s": %s', (sort, order) => {
    expect(names(sort)).toBe(order);
  });

  it('stands in the address, but for the worst first', () => {
    expect(formatSort({ column: 'state', isReversed: false })).toBe('');
    expect(formatSort({ column: 'burn', isReversed: true })).toBe('-burn');
  });
});
