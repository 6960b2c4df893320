import { shortVersion } from './shortVersion';

const COMMIT = '4f2a9c1'.padEnd(40, '0');

describe('shortVersion', () => {
  it('prefers the commit, then the tag, then the digest', () => {
    const digest = `sha256:${'71c0ffee'.padEnd(64, '0')}`;
    expect(shortVersion({ commit: COMMIT, tag: 'v1', digest })).toBe('4f2a9c1');
    expect(shortVersion({ tag: 'v1.2.3', digest })).toBe('v1.2.3');
    expect(shortVersion({ tag: COMMIT })).toBe('4f2a9c1');
    expect(shortVersion({ digest })).toBe('71c0ffee0000');
    expect(shortVersion(undefined)).toBeUndefined();
  });
});
