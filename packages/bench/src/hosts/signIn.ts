import { setTimeout as sleep } from 'node:timers/promises';
import { ask, guestToken } from '../portal/guest';

/** The machine may be busy with another side. */
const ANSWER_MS = 20_000;

/**
 * Resolves with a user's token when a backend answers and its catalog holds as many components as it was given.
 *
 * @throws Error when its process ends first, or after five minutes.
 */
export async function signInWhenReady(
  address: string,
  components: number,
  ended: Promise<unknown>,
): Promise<string> {
  let gone = false;
  ended.then(() => {
    gone = true;
  });
  const end = Date.now() + 300_000;
  let last: unknown;
  let token: string | undefined;
  while (!gone && Date.now() < end) {
    try {
      await ask(`${address}/.backstage/health/v1/readiness`, ANSWER_MS);
      token ??= await guestToken(address, ANSWER_MS);
      const { totalItems } = await ask(
        `${address}/api/catalog/entities/by-query?filter=kind=component&limit=0`,
        ANSWER_MS,
        { headers: { authorization: `Bearer ${token}` } },
      );
      if (totalItems === components) return token;
      last = `${totalItems} of ${components} components`;
    } catch (error) {
      last = error;
    }
    await sleep(500);
  }
  throw new Error(
    `${address} did not become ready (${gone ? 'its process ended' : last})`,
  );
}
