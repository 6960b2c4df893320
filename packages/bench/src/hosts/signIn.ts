import { setTimeout as sleep } from 'node:timers/promises';

async function ask(url: string, options: RequestInit = {}) {
  const response = await fetch(url, {
    signal: AbortSignal.timeout(20_000),
    ...options,
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}

/** A token of the guest. */
async function guestToken(address: string): Promise<string> {
  const { backstageIdentity } = await ask(`${address}/api/auth/guest/refresh`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-requested-with': 'XMLHttpRequest',
    },
    body: '{}',
  });
  return backstageIdentity.token;
}

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
      await ask(`${address}/.backstage/health/v1/readiness`);
      token ??= await guestToken(address);
      const { totalItems } = await ask(
        `${address}/api/catalog/entities/by-query?filter=kind=component&limit=0`,
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
