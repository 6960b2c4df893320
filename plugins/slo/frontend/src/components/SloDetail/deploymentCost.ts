import type { SloDeployment } from '@shopstack/plugin-slo-common';

/** A deployment with how fast it spent the budget. */
export interface CostedDeployment extends SloDeployment {
  /** Of an even pace: 2 would spend all of it in half of the window. Absent where it is not known until when it ran. */
  pace?: number;
  /** True for one that spent a noticeable part of the budget, and faster than an even pace. */
  isCostly: boolean;
}

/** Less of the budget than this is not noticed, however fast it went. */
const NOTICEABLE = 0.05;

/**
 * Tells which deployments burned: ten percent in ten days is nothing, ten percent in an hour is.
 *
 * @param newestFirst deployments of a range
 * @param end Unix milliseconds at which the newest of them was followed, or now; undefined where that is not known
 */
export function costOf(
  newestFirst: SloDeployment[],
  windowSeconds: number,
  end: number | undefined,
): CostedDeployment[] {
  return newestFirst.map((deployment, index) => {
    const { budgetSpent = 0, at } = deployment;
    const until = index === 0 ? end : Date.parse(newestFirst[index - 1].at);
    const seconds = until && (until - Date.parse(at)) / 1_000;
    const pace =
      seconds && deployment.budgetSpent !== undefined
        ? budgetSpent / (seconds / windowSeconds)
        : undefined;
    return {
      ...deployment,
      ...(pace !== undefined && { pace }),
      isCostly: budgetSpent >= NOTICEABLE && (pace ?? Infinity) > 1,
    };
  });
}
