import { TokenBucket } from './TokenBucket';

describe('TokenBucket', () => {
  let now = 0;
  const bucket = () => {
    now = 0;
    return new TokenBucket({ perSecond: 10, burst: 3 }, () => now);
  };
  const takeAll = (from: TokenBucket) => {
    let taken = 0;
    while (from.take()) taken += 1;
    return taken;
  };

  it('allows a burst and refuses what comes after it', () => {
    expect(takeAll(bucket())).toBe(3);
  });

  it('fills at its rate, and never above its burst', () => {
    const filling = bucket();
    takeAll(filling);
    now = 99;
    expect(filling.take()).toBe(false);
    now = 101;
    expect(takeAll(filling)).toBe(1);
    now = 60_000;
    expect(takeAll(filling)).toBe(3);
  });
});
