import { planRollingUpdate, resolveAmount } from './rollout';

describe('planRollingUpdate', () => {
  it.each([
    [1, 1, 0],
    [3, 1, 0],
    [4, 1, 1],
    [10, 3, 2],
    [5, 0, 1],
  ])(
    'replaces %i pods with a surge of %i and %i unavailable, within both',
    (desired, maxSurge, maxUnavailable) => {
      let current = 0;
      let old = desired;
      for (let step = 0; step < 100 && (current < desired || old > 0); step++) {
        // Every pod that was started is available in the next step.
        const plan = planRollingUpdate({
          desired,
          maxSurge,
          maxUnavailable,
          current: { replicas: current, available: current },
          old: [{ replicas: old, available: old }],
        });
        expect(plan.current + old).toBeLessThanOrEqual(desired + maxSurge);
        expect(current + plan.old[0]).toBeGreaterThanOrEqual(
          desired - maxUnavailable,
        );
        current = plan.current;
        old = plan.old[0];
      }
      expect([current, old]).toEqual([desired, 0]);
    },
  );

  it('keeps the old pods while the new ones do not come up', () => {
    const plan = planRollingUpdate({
      desired: 3,
      maxSurge: 1,
      maxUnavailable: 0,
      current: { replicas: 1, available: 0 },
      old: [{ replicas: 3, available: 3 }],
    });
    expect(plan).toEqual({ current: 1, old: [3] });
  });

  it('takes pods away that never came up before those that run', () => {
    const plan = planRollingUpdate({
      desired: 3,
      maxSurge: 1,
      maxUnavailable: 0,
      current: { replicas: 0, available: 0 },
      old: [
        { replicas: 3, available: 3 },
        { replicas: 1, available: 0 },
      ],
    });
    expect(plan.old).toEqual([3, 0]);
  });

  it('scales down at once', () => {
    const plan = planRollingUpdate({
      desired: 0,
      maxSurge: 0,
      maxUnavailable: 1,
      current: { replicas: 3, available: 3 },
      old: [],
    });
    expect(plan.current).toBe(0);
  });
});

describe('resolveAmount', () => {
  it('reads percentages and numbers', () => {
    expect(resolveAmount('25%', 3, Math.ceil)).toBe(1);
    expect(resolveAmount('25%', 3, Math.floor)).toBe(0);
    expect(resolveAmount(undefined, 8, Math.ceil)).toBe(2);
    expect(resolveAmount(2, 8, Math.ceil)).toBe(2);
    expect(resolveAmount('2', 8, Math.ceil)).toBe(2);
  });
});
