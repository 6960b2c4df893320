/**
 * Asks a backend for JSON.
 *
 * @throws Error for every status but 2xx, and when it does not answer in time.
 */
export async function ask(
  url: string,
  timeoutMs: number,
  options: RequestInit = {},
) {
  const response = await fetch(url, {
    signal: AbortSignal.timeout(timeoutMs),
    ...options,
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}

/** A token of the guest. */
export async function guestToken(
  address: string,
  timeoutMs: number,
): Promise<string> {
  const { backstageIdentity } = await ask(
    `${address}/api/auth/guest/refresh`,
    timeoutMs,
    {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-requested-with': 'XMLHttpRequest',
      },
      body: '{}',
    },
  );
  return backstageIdentity.token;
}
