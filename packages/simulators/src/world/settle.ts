import type { OwnedWorld } from './createWorld';

/** How long `settle` waits before it runs the steps again when nothing changed. */
const PAUSE_MILLISECONDS = 10;

/**
 * For tests: runs the world's steps until the condition holds, or, without a condition, until a round writes nothing.
 *
 * Set a high pace first, so that what is due later is due at once.
 *
 * @throws Error when the condition does not hold within `timeout` milliseconds of wall time (default 10 000)
 */
export async function settle(
  world: Pick<OwnedWorld, 'ticker' | 'events' | 'store'>,
  condition?: () => boolean | Promise<boolean>,
  timeout: number = 10_000,
): Promise<void> {
  const deadline = Date.now() + timeout;
  for (;;) {
    const before = world.store.writes;
    await world.ticker.runOnce();
    await world.events.idle();
    const changed = world.store.writes !== before;
    if (condition ? await condition() : !changed) {
      return;
    }
    if (Date.now() > deadline) {
      throw new Error(`the world did not settle within ${timeout} ms`);
    }
    if (!changed) {
      await new Promise(resolve => setTimeout(resolve, PAUSE_MILLISECONDS));
    }
  }
}
