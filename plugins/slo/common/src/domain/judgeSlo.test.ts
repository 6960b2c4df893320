import { type SloEvidence, judgeSlo } from './judgeSlo';

const evidence: SloEvidence = {
  isRecorded: true,
  objective: 99.9,
  windowSeconds: 30 * 86_400,
  errorRatio: 0.0004,
  currentErrorRatio: 0.0003,
  dayErrorRatio: 0.0004,
  hasAlerts: true,
  filledSeconds: 20 * 86_400,
};

describe('judgeSlo', () => {
  it.each<[string, Partial<SloEvidence>, string, string]>([
    ['what holds', {}, 'healthy', '60 % of the error budget'],
    ['what was hardly touched', { errorRatio: 1e-7 }, 'healthy', '99 %'],
    [
      'what is not recorded',
      { isRecorded: false },
      'rules-not-loaded',
      'not loaded',
    ],
    [
      'rules that fail',
      { ruleError: 'many-to-many' },
      'rules-not-loaded',
      'many-to-many',
    ],
    ['no sample', { errorRatio: undefined }, 'no-data', 'No events'],
    [
      'no traffic',
      { errorRatio: NaN, currentErrorRatio: NaN },
      'no-data',
      'No events',
    ],
    [
      'a poisoned average',
      { errorRatio: NaN },
      'no-data',
      'spell without events',
    ],
    ['a share above 1', { errorRatio: 1.2 }, 'invalid-sli', 'outside 0 to 1'],
    [
      'a negative share',
      { currentErrorRatio: -0.1 },
      'invalid-sli',
      'outside 0 to 1',
    ],
    [
      'an infinite share',
      { errorRatio: Infinity },
      'invalid-sli',
      'outside 0 to 1',
    ],
    ['an alert', { firing: 'page' }, 'burning', '60 % of it is left'],
    [
      'an alert beyond the budget',
      { firing: 'ticket', errorRatio: 0.01 },
      'burning',
      'nothing of it is left',
    ],
    [
      'windows without alert rules',
      { hasAlerts: false, exceedsWindows: true },
      'burning',
      'too fast',
    ],
    [
      'windows that the alert knows better',
      { exceedsWindows: true },
      'healthy',
      '60 %',
    ],
    [
      'three minutes with three errors',
      { errorRatio: 0.01, filledSeconds: 180 },
      'warming-up',
      'under 1 %',
    ],
    [
      'an overspent budget',
      { errorRatio: 0.00114 },
      'exhausted',
      'overspent by 14',
    ],
    [
      'a spent budget',
      { errorRatio: 0.0009999999999999432 },
      'exhausted',
      'is spent',
    ],
    ['little left', { errorRatio: 0.00095 }, 'at-risk', 'Only 5'],
    [
      'a day that eats what is left',
      { errorRatio: 0.0008, dayErrorRatio: 0.003 },
      'at-risk',
      'ends in 2 days',
    ],
  ])('calls %s what it is', (_, change, state, reason) => {
    expect(judgeSlo({ ...evidence, ...change })).toEqual({
      state,
      reason: expect.stringContaining(reason),
    });
  });

  it.each([
    [0.4, 'Only 0 events'],
    [1, 'Only 1 event in'],
    [9, 'Only 9 events'],
  ])('does not judge a share of %f events', (totalEvents, reason) => {
    expect(judgeSlo({ ...evidence, errorRatio: 0.5, totalEvents })).toEqual({
      state: 'warming-up',
      reason: expect.stringContaining(reason),
    });
    expect(
      judgeSlo({ ...evidence, errorRatio: 0.5, totalEvents, firing: 'page' })
        .state,
    ).toBe('burning');
  });

  it('judges ten', () => {
    expect(
      judgeSlo({ ...evidence, errorRatio: 0.5, totalEvents: 10 }).state,
    ).toBe('exhausted');
  });

  it('takes a hair above 1 for rounding', () => {
    expect(judgeSlo({ ...evidence, errorRatio: 1 + 1e-12 }).state).toBe(
      'exhausted',
    );
  });

  it('judges a short window sooner', () => {
    const hour = { windowSeconds: 86_400, filledSeconds: 3_600 };
    expect(judgeSlo({ ...evidence, ...hour }).state).toBe('healthy');
  });
});
