import { compareDuration } from './compareDuration';

describe('compareDuration', () => {
  it('says how much slower or faster a run was', () => {
    expect(compareDuration('succeeded', 120, 100)).toMatchObject({
      kind: 'slower',
      percent: 20,
      barPercent: 60,
    });
    expect(compareDuration('succeeded', 75, 100)).toMatchObject({
      kind: 'faster',
      percent: 25,
    });
  });

  it('counts how many times the usual a very slow run was', () => {
    expect(compareDuration('succeeded', 1_000, 100)).toMatchObject({
      kind: 'times',
      times: 10,
      barPercent: 100,
    });
  });

  it('makes nothing of a small difference', () => {
    expect(compareDuration('succeeded', 109, 100)?.kind).toBe('asUsual');
    expect(compareDuration('succeeded', 91, 100)?.kind).toBe('asUsual');
  });

  it('compares nothing that ended early, and nothing without a median', () => {
    expect(compareDuration('failed', 20, 100)).toBeUndefined();
    expect(compareDuration('stopped', 20, 100)).toBeUndefined();
    expect(compareDuration('succeeded', 20, undefined)).toBeUndefined();
  });

  it('says of a run under way only that it is late already', () => {
    expect(compareDuration('in-progress', 50, 100)).toBeUndefined();
    expect(compareDuration('in-progress', 150, 100)).toMatchObject({
      kind: 'slower',
      percent: 50,
    });
  });
});
