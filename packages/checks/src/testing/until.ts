import { setTimeout as pause } from 'node:timers/promises';

const BETWEEN_MS = 50;

/**
 * Waits for a condition.
 *
 * @throws Error when it does not hold within `withinMs` (default 20 s), with what it answered last.
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  withinMs = 20_000,
): Promise<Exclude<T, false | 0 | '' | null | undefined>> {
  const end = Date.now() + withinMs;
  for (;;) {
    const value = await condition();
    if (value) {
      return value as Exclude<T, false | 0 | '' | null | undefined>;
    }
    if (Date.now() > end) {
      throw new Error(`It did not come true within ${withinMs} ms`);
    }
    await pause(BETWEEN_MS);
  }
}
