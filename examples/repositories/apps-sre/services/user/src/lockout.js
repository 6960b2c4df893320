const MOST_FAILURES = 5;
const LOCK_MILLISECONDS = 15 * 60 * 1_000;

/** Counts failed sign-ins by account, and locks one for fifteen minutes after five in a row. */
export function createLockout({ now = Date.now } = {}) {
  const failures = new Map();

  return {
    /** Seconds for which the account is still locked, 0 when it is not. */
    secondsLeft(account) {
      const { lockedUntil = 0 } = failures.get(account) ?? {};
      return Math.max(0, Math.ceil((lockedUntil - now()) / 1_000));
    },
    fail(account) {
      const count = (failures.get(account)?.count ?? 0) + 1;
      const locked = count >= MOST_FAILURES;
      failures.set(account, {
        count: locked ? 0 : count,
        lockedUntil: locked ? now() + LOCK_MILLISECONDS : 0,
      });
    },
    succeed(account) {
      failures.delete(account);
    },
  };
}
