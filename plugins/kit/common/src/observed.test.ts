import { isComplete, mergeObserved, troubledSources } from './observed';

describe('observed answers', () => {
  const good = {
    items: ['a'],
    sources: [{ source: 'amazon-ecr', state: 'ok' as const }],
  };
  const gone = {
    items: [],
    sources: [
      { source: 'argo-cd', state: 'unavailable' as const, reason: 'refused' },
    ],
  };

  it('keeps the state of every source when answers are joined', () => {
    const merged = mergeObserved<string>([good, gone]);

    expect(merged).toEqual({
      items: ['a'],
      sources: [...good.sources, ...gone.sources],
    });
    expect(isComplete(merged)).toBe(false);
    expect(troubledSources(merged.sources)).toEqual(gone.sources);
    expect(isComplete(good)).toBe(true);
  });
});
