import type { Place, Problems } from '../yaml/Problems';

/**
 * Checks an objective in percent. 100 leaves no budget, so that every rate of burning is infinite; Sloth takes it, and its
 * alerts then fire on a single error.
 */
export function checkObjective(
  percent: number,
  place: Place,
  problems: Problems,
): number | undefined {
  if (percent > 0 && percent < 100) return percent;
  problems.refuse(
    place,
    percent === 100
      ? 'an objective of 100 leaves no error budget: it must be below 100'
      : `an objective is a percentage between 0 and 100, both excluded; this is ${percent}`,
  );
  return undefined;
}
