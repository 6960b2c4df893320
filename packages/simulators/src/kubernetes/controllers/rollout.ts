/** How many replicas a deployment's ReplicaSets should have next. */
interface RolloutPlan {
  current: number;
  /** By the order of the old ReplicaSets that were given. */
  old: number[];
}

/** What a rolling update starts from. */
interface RolloutState {
  desired: number;
  maxSurge: number;
  maxUnavailable: number;
  current: { replicas: number; available: number };
  old: { replicas: number; available: number }[];
}

/**
 * The next step of a rolling update: new pods come up as far as the surge allows, old pods go as far as enough stay
 * available, those first that are not available anyway.
 */
export function planRollingUpdate(state: RolloutState): RolloutPlan {
  const { desired, maxSurge, maxUnavailable, current, old } = state;
  const oldTotal = sum(old.map(({ replicas }) => replicas));
  const room = desired + maxSurge - (current.replicas + oldTotal);
  const scaled =
    current.replicas > desired
      ? desired
      : Math.min(desired, current.replicas + Math.max(0, room));

  const least = desired - maxUnavailable;
  const newUnavailable = scaled - Math.min(current.available, scaled);
  let removable = Math.max(0, scaled + oldTotal - least - newUnavailable);
  const plan = old.map(({ replicas, available }) => {
    const broken = Math.min(replicas - available, removable);
    removable -= broken;
    return replicas - broken;
  });
  let spare = Math.max(
    0,
    Math.min(current.available, scaled) +
      sum(old.map(({ available }) => available)) -
      least,
  );
  for (const [index, { replicas, available }] of old.entries()) {
    const healthy = Math.min(available, plan[index], replicas);
    const removed = Math.min(healthy, spare);
    plan[index] -= removed;
    spare -= removed;
  }
  return { current: scaled, old: plan };
}

/** Reads `25%` or a number; percentages of the surge are rounded up, those of the unavailable down. */
export function resolveAmount(
  amount: number | string | undefined,
  total: number,
  round: (value: number) => number,
): number {
  const text = String(amount ?? '25%');
  return text.endsWith('%')
    ? round((parseFloat(text) * total) / 100)
    : Number(text);
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
