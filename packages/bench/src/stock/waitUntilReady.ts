import { setTimeout as sleep } from 'node:timers/promises';
import { ask, guestToken } from '../portal/guest';

const ANSWER_MS = 5_000;

/**
 * Resolves when a portal can be used, by the measure of `npm start`: it answers, a guest can sign in, and every kind of entity
 * asked for is in the catalog. Looks every 300 ms, as `npm start` does.
 *
 * @throws Error when `ended` resolves first, or after the seconds given.
 */
export async function waitUntilReady(
  address: string,
  kinds: string[],
  { ended, seconds = 180 }: { ended: Promise<unknown>; seconds?: number },
): Promise<void> {
  let gone = false;
  ended.then(() => {
    gone = true;
  });
  const end = Date.now() + seconds * 1000;
  let last: unknown;
  while (!gone && Date.now() < end) {
    try {
      await ask(`${address}/.backstage/health/v1/readiness`, ANSWER_MS);
      const headers = {
        authorization: `Bearer ${await guestToken(address, ANSWER_MS)}`,
      };
      const counts = await Promise.all(
        kinds.map(async kind => {
          const url = `${address}/api/catalog/entities?filter=kind=${kind}&fields=metadata.name`;
          return (await ask(url, ANSWER_MS, { headers })).length;
        }),
      );
      if (counts.every(count => count > 0)) return;
      last = `entities of ${kinds.join(', ')}: ${counts.join(', ')}`;
    } catch (error) {
      last = error;
    }
    await sleep(300);
  }
  throw new Error(
    `${address} did not become ready (${gone ? 'its process ended' : last}).`,
  );
}
