import {
  burnRate,
  exhaustsInSeconds,
  type SloWindow,
} from '@shopstack/plugin-slo-common';

/**
 * When a budget ends at a pace; ISO. In a rolling window a pace of at most 1 never ends it: what was spent comes back as
 * fast. In a calendar window it has to end before the window does.
 */
export function exhaustsAt({
  objective,
  remaining,
  errorRatio,
  window,
  now,
}: {
  /** Percent. */
  objective: number;
  /** Share of the budget that is left. */
  remaining: number | undefined;
  /** The pace: a share of errors. */
  errorRatio: number | undefined;
  window: Pick<SloWindow, 'seconds' | 'endsAt'>;
  /** Unix seconds. */
  now: number | undefined;
}): string | undefined {
  if (
    remaining === undefined ||
    errorRatio === undefined ||
    now === undefined
  ) {
    return undefined;
  }
  const burn = burnRate(errorRatio, objective);
  const seconds = exhaustsInSeconds({
    remaining,
    burn,
    windowSeconds: window.seconds,
  });
  const isEnding =
    seconds !== undefined &&
    seconds > 0 &&
    (window.endsAt
      ? now + seconds < Date.parse(window.endsAt) / 1000
      : burn > 1);
  return isEnding ? new Date((now + seconds) * 1000).toISOString() : undefined;
}
