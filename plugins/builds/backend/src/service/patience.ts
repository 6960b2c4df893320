/** What `waitFor` answers when it waited long enough. */
export const NOT_YET = Symbol('not yet');

/** Waits for a result no longer than `signal` lets; the work itself goes on. */
export async function waitFor<T>(
  work: Promise<T>,
  signal: AbortSignal,
): Promise<T | typeof NOT_YET> {
  let stop: (() => void) | undefined;
  const patience = new Promise<typeof NOT_YET>(resolve => {
    stop = () => resolve(NOT_YET);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) {
      stop();
    }
  });
  // Nobody may be listening any more when it fails.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, patience]);
  } finally {
    signal.removeEventListener('abort', stop!);
  }
}
