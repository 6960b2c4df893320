import { budgetRemaining, burnRate } from './budget';
import { windowFactor } from './alertWindows';
import { shareOfGood } from './share';

describe('shareOfGood', () => {
  // The cases that google/slo-generator holds its reports to, with its 10 events at least; -1 is "no series".
  it.each([
    ['enough of both', 5, 5, 0.5],
    ['none good', -1, 15, 0],
    ['none bad', 15, -1, 1],
    ['none at all', 0, 0, undefined],
    ['no series at all', -1, -1, undefined],
    ['one too few', 5, 4, undefined],
    ['no numbers', NaN, NaN, undefined],
  ])('of %s', (_, good, bad, share) => {
    expect(shareOfGood({ good, bad })).toBe(share);
  });

  it('takes another number of events for enough, and none for nothing', () => {
    expect(shareOfGood({ good: 3, bad: 1, minimumEvents: 1 })).toBe(0.75);
    expect(shareOfGood({ good: 0, bad: 0, minimumEvents: 0 })).toBeUndefined();
  });
});

describe('worked examples', () => {
  it('half of the events bad burns fifty times what 99 % allows', () => {
    expect(burnRate(1 - 0.5, 99)).toBeCloseTo(50, 9);
  });

  it('an attack spends the budget of two weeks in about 13 hours and 43 minutes', () => {
    // OpenSLO's RatioTimeslices: 99 % usually, 1 % under attack, 95 % promised.
    const minutes = 14 * 24 * 60;
    const attacked = (0.04 / 0.98) * minutes;
    const average = (0.01 * (minutes - attacked) + 0.99 * attacked) / minutes;
    expect(attacked).toBeCloseTo(822.857, 3);
    expect(budgetRemaining(average, 95)).toBeCloseTo(0, 9);
  });

  it('5 % of a month in an hour is 36 times, which all failing reaches in two minutes', () => {
    const factor = windowFactor({
      budgetPercent: 5,
      periodSeconds: 30 * 86_400,
      longSeconds: 3_600,
    });
    expect(factor).toBe(36);
    const firesAt = [0, 1, 2, 3].find(
      minute => burnRate((minute + 1) / 60, 99.9) > factor,
    );
    expect(firesAt).toBe(2);
  });
});
