const tails = new Map<string, Promise<unknown>>();

/** Runs functions with the same key one after the other. */
export async function serialize<T>(
  key: string,
  work: () => Promise<T>,
): Promise<T> {
  const previous = tails.get(key) ?? Promise.resolve();
  const current = previous.then(work, work);
  const settled = current.catch(() => {});
  tails.set(key, settled);
  try {
    return await current;
  } finally {
    if (tails.get(key) === settled) {
      tails.delete(key);
    }
  }
}
