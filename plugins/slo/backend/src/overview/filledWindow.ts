import type { SloWindow } from '@shopstack/plugin-slo-common';
import type { RecordedSlo } from './InstanceOverview';

/** How much of a window has data. */
export interface FilledWindow {
  /** How much of the window has passed, in seconds; of a rolling one all has. */
  elapsedSeconds: number;
  /** How much of that has data, in seconds; undefined while not known. */
  filledSeconds?: number;
  /** The same as a share. */
  filled?: number;
}

/**
 * Measures the data of an objective by its window so far.
 *
 * @param filledSeconds - how long there has been data, at most the period of the rules
 */
export function filledWindow(
  { periodSeconds }: Pick<RecordedSlo, 'periodSeconds'>,
  { startedAt, seconds }: SloWindow,
  {
    now,
    filledSeconds,
  }: { now: number | undefined; filledSeconds: number | undefined },
): FilledWindow {
  const elapsedSeconds =
    startedAt === undefined || now === undefined
      ? seconds
      : Math.max(1, Math.min(seconds, now - Date.parse(startedAt) / 1000));
  if (filledSeconds === undefined) return { elapsedSeconds };
  // What is as old as the period was not looked at any further: a month may have a day more.
  const known =
    filledSeconds >= periodSeconds
      ? elapsedSeconds
      : Math.min(filledSeconds, elapsedSeconds);
  return {
    elapsedSeconds,
    filledSeconds: known,
    filled: known / elapsedSeconds,
  };
}
