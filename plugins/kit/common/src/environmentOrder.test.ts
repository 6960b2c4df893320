import { compareEnvironments } from './environmentOrder';

const sorted = (names: string[], order?: string[]) =>
  [...names].sort((a, b) => compareEnvironments(a, b, order));

describe('compareEnvironments', () => {
  it('follows the way of a change', () => {
    expect(sorted(['prod', 'dev', 'staging'])).toEqual([
      'dev',
      'staging',
      'prod',
    ]);
  });

  it('takes production for prod and stage for staging', () => {
    expect(sorted(['production', 'stage', 'dev'])).toEqual([
      'dev',
      'stage',
      'production',
    ]);
    expect(
      sorted(['prod', 'qa', 'staging'], ['qa', 'stage', 'production']),
    ).toEqual(['qa', 'staging', 'prod']);
  });

  it('puts what the order does not name last, by name', () => {
    expect(sorted(['sandbox', 'prod', 'canary', 'dev'])).toEqual([
      'dev',
      'prod',
      'canary',
      'sandbox',
    ]);
  });
});
