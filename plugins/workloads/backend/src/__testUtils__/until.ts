import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again and again until the answer is truthy; jest's own timeout ends it. */
export async function until<T>(ask: () => Promise<T>): Promise<NonNullable<T>> {
  for (;;) {
    const answer = await ask();
    if (answer) {
      return answer;
    }
    await sleep(20);
  }
}
