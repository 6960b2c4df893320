import { mergeSettings } from './mergeSettings';

describe('mergeSettings', () => {
  it('grows objects and replaces everything else', () => {
    const base = { argocd: { instances: [1, 2], maxAgeSeconds: 10 }, ecr: 1 };
    expect(
      mergeSettings(base, {
        argocd: { maxAgeSeconds: 20, instances: [3] },
        ecr: { endpoint: 'x' },
      }),
    ).toEqual({
      argocd: { instances: [3], maxAgeSeconds: 20 },
      ecr: { endpoint: 'x' },
    });
    expect(base.argocd.maxAgeSeconds).toBe(10);
  });
});
