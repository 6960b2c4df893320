import { versionLookup } from './versionLookup';

describe('versionLookup', () => {
  const version = versionLookup(new Map([['@backstage/ui', '0.18.1']]), {
    '@backstage/ui': '0.18.0',
    '@backstage/plugin-home': '0.9.10',
  });

  it('prefers the version that we have', () => {
    expect(version('@backstage/ui')).toBe('0.18.1');
  });

  it('falls back on the one of the release', () => {
    expect(version('@backstage/plugin-home')).toBe('0.9.10');
  });

  it('names a package that neither knows', () => {
    expect(() => version('left-pad')).toThrow('No version of left-pad');
  });
});
