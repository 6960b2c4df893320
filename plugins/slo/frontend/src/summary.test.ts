import { slo } from './__testUtils__/slos';
import { summarize } from './summary';

describe('summarize', () => {
  it('counts what holds, and keeps apart what cannot be told', () => {
    const exhausted = slo({
      name: 'latency',
      state: 'exhausted',
      budget: { remaining: -0.2 },
    });
    const summary = summarize([
      slo(),
      slo({ name: 'spent', state: 'exhausted', budget: { remaining: 0 } }),
      exhausted,
      slo({ state: 'no-data', budget: {} }),
      slo({ state: 'warming-up', budget: { remaining: 1 } }),
      // A recorded value that is no share counts for nothing.
      slo({ state: 'invalid-sli', budget: { remaining: 1 } }),
    ]);
    expect(summary).toEqual({
      measured: 3,
      holding: 2,
      untold: ['no-data', 'warming-up', 'invalid-sli'],
      worst: exhausted,
    });
  });

  it('names nothing as the worst when nothing was measured', () => {
    expect(summarize([slo({ state: 'no-data', budget: {} })])).toEqual({
      measured: 0,
      holding: 0,
      untold: ['no-data'],
      worst: undefined,
    });
  });
});
