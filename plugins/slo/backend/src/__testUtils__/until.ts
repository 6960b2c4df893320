import { setTimeout as wait } from 'node:timers/promises';

const POLL_MS = 10;

/** What a condition answers as soon as that is true. The time of the test is its limit. */
export async function until<T>(
  condition: () => T | Promise<T>,
): Promise<Exclude<T, false | '' | undefined>> {
  for (;;) {
    const answer = await condition();
    if (answer) {
      return answer as Exclude<T, false | '' | undefined>;
    }
    await wait(POLL_MS);
  }
}
