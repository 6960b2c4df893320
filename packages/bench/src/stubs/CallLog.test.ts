import { CallLog, peakPerSecond } from './CallLog';

describe('CallLog', () => {
  it('counts by source and operation, and what was asked twice', () => {
    const log = new CallLog();
    log.record('ecr', 'DescribeImages', 'cart 0', 'answered');
    log.record('ecr', 'DescribeImages', 'cart 1000', 'answered');
    log.record('argocd-1', 'metadata', 'abc', 'answered');
    log.record('argocd-1', 'metadata', 'abc', 'throttled');

    expect(log.summarize()).toMatchObject({
      calls: 4,
      throttled: 1,
      operations: {
        'ecr DescribeImages': { calls: 2, throttled: 0, subjects: 2 },
        'argocd-1 metadata': { calls: 2, throttled: 1, subjects: 1 },
      },
      unexpected: [],
    });
  });

  it('names what nobody has a reason to ask', () => {
    const log = new CallLog();
    log.record('ecr', 'DeleteRepository', 'cart', 'unexpected');
    expect(log.summarize().unexpected).toEqual(['DeleteRepository cart']);
  });

  it('knows what is still on its way, also after it was cleared', () => {
    const log = new CallLog();
    log.begin();
    log.record('ecr', 'DescribeImages', 'cart', 'answered');
    log.clear();
    expect(log.summarize()).toMatchObject({ calls: 0, inFlight: 1 });
    log.end();
    expect(log.summarize().inFlight).toBe(0);
  });

  it('finds the busiest second of each source', () => {
    let now = 0;
    const log = new CallLog(() => now);
    for (now of [0, 600, 1200, 1300, 5000]) {
      log.record('ecr', 'DescribeImages', String(now), 'answered');
    }
    log.record('codebuild', 'BatchGetBuilds', 'x', 'answered');
    expect(log.summarize().peakPerSecond).toEqual({ ecr: 3, codebuild: 1 });
  });
});

describe('peakPerSecond', () => {
  it.each([
    [[], 0],
    [[7], 1],
    [[0, 999], 2],
    [[0, 1000], 1],
    [[0, 10, 20, 990, 1005, 1015, 2500], 4],
  ])('of %j is %d', (times, peak) => {
    expect(peakPerSecond(times)).toBe(peak);
  });
});
