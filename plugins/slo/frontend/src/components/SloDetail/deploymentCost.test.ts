import { deployment } from '../../__testUtils__/sloDetail';
import { costOf } from './deploymentCost';

const DAY = 86_400;
const WINDOW = 30 * DAY;
const NOW = Date.parse('2026-11-21T00:00:00Z');
const at = (days: number) => new Date(NOW - days * DAY * 1_000).toISOString();

describe('costOf', () => {
  it('tells what burned from what lived long', () => {
    const costs = costOf(
      [
        deployment({ at: at(3), budgetSpent: 0.2 }),
        deployment({ at: at(18), budgetSpent: 0.25 }),
      ],
      WINDOW,
      NOW,
    );
    expect(costs.map(each => each.pace)).toEqual([2, 0.5]);
    expect(costs.map(each => each.isCostly)).toEqual([true, false]);
  });

  it('does not blame for crumbs, nor for what was not measured', () => {
    const [crumb, unknown] = costOf(
      [
        deployment({ at: at(0.01), budgetSpent: 0.02 }),
        deployment({ at: at(1), budgetSpent: undefined }),
      ],
      WINDOW,
      NOW,
    );
    expect(crumb.isCostly).toBe(false);
    expect(unknown).toMatchObject({ isCostly: false });
    expect(unknown.pace).toBeUndefined();
  });

  it('does not guess until when the newest of a stretch of the past ran', () => {
    const [newest] = costOf(
      [deployment({ at: at(9), budgetSpent: 0.3 })],
      WINDOW,
      undefined,
    );
    expect(newest.pace).toBeUndefined();
    expect(newest.isCostly).toBe(true);
  });
});
