import type { SloList } from '@shopstack/plugin-slo-common';
import { PERIOD, objectives } from './objectives';
import { wrongNumbers } from './overview';

const expected = objectives.slice(0, 3);

const answer = (change: (item: any, index: number) => any) =>
  ({
    items: expected.map(({ id, objective, errorRatios, total }, index) => {
      const budget = 1 - objective / 100;
      const errors = errorRatios.get(PERIOD)!;
      return change(
        {
          id,
          sli: 1 - errors,
          burn: errorRatios.get(300)! / budget,
          budget: {
            remaining: 1 - errors / budget,
            events: { bad: total * errors },
          },
        },
        index,
      );
    }),
  }) as SloList;

it('finds every objective whose numbers are not those of the samples', () => {
  expect(
    wrongNumbers(
      answer(item => item),
      expected,
    ),
  ).toBe(0);
  expect(
    wrongNumbers(
      answer((item, index) => (index === 1 ? { ...item, sli: 1 } : item)),
      expected,
    ),
  ).toBe(1);
  expect(
    wrongNumbers(
      answer(item => ({ ...item, budget: {} })),
      expected,
    ),
  ).toBe(3);
  expect(wrongNumbers({ items: [] } as unknown as SloList, expected)).toBe(3);
});
