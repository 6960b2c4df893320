import type { Clock } from '../world/types';

/** How far behind the world may be and still count from when something was due: else a restart would rush through what it missed. */
const MAX_LAG_MILLISECONDS = 1_000;

/**
 * The ISO string of the moment `seconds` (at normal pace) after something was due. Counting from there, not from when the world came to
 * it, keeps many short steps from adding up the time between two rounds of the ticker.
 */
export function later(
  clock: Clock,
  due: string | undefined,
  seconds: number,
): string {
  const now = clock.now().getTime();
  const from = Math.max(
    due ? Date.parse(due) : now,
    now - MAX_LAG_MILLISECONDS,
  );
  const milliseconds = (seconds * 1_000) / clock.pace;
  return new Date(Math.min(from, now) + milliseconds).toISOString();
}

export function isDue(clock: Clock, due: string): boolean {
  return Date.parse(due) <= clock.now().getTime();
}
