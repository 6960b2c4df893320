import { labelsOf } from '../promql';
import { PointBudget } from './PointBudget';
import { RuleResults } from './RuleResults';

const MINUTE = 60_000;

function resultsOf(budget: PointBudget) {
  let evaluated = 0;
  const results = new RuleResults(
    MINUTE,
    0,
    moments => {
      evaluated += moments.length;
      return [
        {
          labels: labelsOf({ __name__: 'a' }),
          values: moments.slice(),
          present: new Uint8Array(moments.length).fill(1),
        },
      ];
    },
    budget,
  );
  const ask = (from: number, count: number) =>
    results.atAll(
      Float64Array.from({ length: count }, (_, i) => (from + i) * MINUTE),
    );
  return { ask, results, evaluated: () => evaluated };
}

describe('PointBudget', () => {
  it('lets go what was asked for least recently, and answers the same when it is asked again', () => {
    const budget = new PointBudget(100);
    const [one, other, third] = [1, 2, 3].map(() => resultsOf(budget));
    one.ask(0, 40);
    other.ask(0, 40);
    one.ask(0, 1);
    third.ask(0, 40);
    expect([one, other, third].map(({ results }) => results.kept)).toEqual([
      40, 0, 40,
    ]);
    expect(other.ask(3, 1).get(3 * MINUTE)).toMatchObject([
      { value: 3 * MINUTE },
    ]);
    expect(one.evaluated()).toBe(40);
    expect(other.evaluated()).toBe(41);
  });

  it('keeps what is asked for now, however much', () => {
    const budget = new PointBudget(100);
    const [one, other] = [1, 2].map(() => resultsOf(budget));
    other.ask(0, 10);
    one.ask(0, 300);
    expect(one.results.kept).toBe(300);
    expect(other.results.kept).toBe(0);
    expect(one.ask(10, 5).size).toBe(5);
    expect(one.evaluated()).toBe(300);
  });
});
