/**
 * Token buckets: each client may do `burst` requests at once and `perSecond` in the long run. Buckets that are full
 * again are dropped by `sweep`, so that memory follows the clients of the last moments.
 */
export function createBuckets({ burst, perSecond, now = Date.now }) {
  const buckets = new Map();

  const level = ({ tokens, at }) =>
    Math.min(burst, tokens + ((now() - at) / 1_000) * perSecond);

  return {
    /** Takes one token. Answers 0 when there was one, else the whole seconds to wait for it. */
    take(client) {
      const tokens = level(buckets.get(client) ?? { tokens: burst, at: now() });
      if (tokens < 1) return Math.ceil((1 - tokens) / perSecond);
      buckets.set(client, { tokens: tokens - 1, at: now() });
      return 0;
    },
    sweep() {
      for (const [client, bucket] of buckets) {
        if (level(bucket) >= burst) buckets.delete(client);
      }
    },
    size: () => buckets.size,
  };
}
