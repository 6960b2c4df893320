import { labelsOf } from '../promql';
import { AlertHistory } from './AlertHistory';
import { AlertingRule } from './Rule';
import { RuleResults } from './RuleResults';

const MINUTE = 60_000;

/** A rule that holds where the function says so, evaluated each minute since minute 0. */
function historyOf(holds: (minute: number) => boolean, holdFor: number) {
  const asked: number[] = [];
  const rule = { since: 0, holdFor: holdFor * MINUTE } as AlertingRule;
  const results = new RuleResults(MINUTE, 0, moments => {
    asked.push(...moments);
    return [
      {
        labels: labelsOf({ alertname: 'A' }),
        values: new Float64Array(moments.length).fill(7),
        present: Uint8Array.from(moments, moment =>
          holds(moment / MINUTE) ? 1 : 0,
        ),
      },
    ];
  });
  return { history: new AlertHistory(rule, results), asked };
}

describe('AlertHistory', () => {
  it('is pending until the rule has held long enough', () => {
    const { history } = historyOf(minute => minute >= 100, 5);
    expect(history.at(99 * MINUTE)).toEqual([]);
    for (const [minute, state] of [
      [100, 'pending'],
      [104, 'pending'],
      [105, 'firing'],
      [500, 'firing'],
    ] as const) {
      expect(history.at(minute * MINUTE)).toMatchObject([
        { state, activeAt: 100 * MINUTE, value: 7 },
      ]);
    }
  });

  it('begins anew after a gap', () => {
    const { history } = historyOf(minute => minute >= 10 && minute !== 50, 5);
    expect(history.at(53 * MINUTE)).toMatchObject([
      { state: 'pending', activeAt: 51 * MINUTE },
    ]);
    expect(history.at(49 * MINUTE)).toMatchObject([
      { state: 'firing', activeAt: 10 * MINUTE },
    ]);
  });

  it('looks back to the beginning of the rule at most, and evaluates nothing twice', () => {
    const { history, asked } = historyOf(() => true, 0);
    expect(history.at(1000 * MINUTE)).toMatchObject([{ activeAt: 0 }]);
    history.at(1001 * MINUTE);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.length).toBe(1002);
  });
});
