import { createHash } from 'node:crypto';
import { Problem } from './http/problem.js';

const KEEP_MILLISECONDS = 24 * 60 * 60 * 1_000;

/**
 * Makes an operation happen once for each key. The same key with the same request repeats the answer; with another
 * request it is an error of the client; while the first still runs, the second is told to come back.
 */
export function createIdempotency({ now = Date.now } = {}) {
  const records = new Map();

  const forget = () => {
    // Records are in order of their start, so the first young one ends the walk.
    for (const [key, record] of records) {
      if (now() - record.startedAt < KEEP_MILLISECONDS) break;
      records.delete(key);
    }
  };

  return {
    /**
     * @param {string | undefined} key what the client sent
     * @param {unknown} request what was asked, for telling requests apart
     * @param {() => Promise<unknown>} operation runs at most once a key, unless it fails
     * @throws {Problem} 400 without a key, 409 while it runs, 422 with another request
     */
    async once(key, request, operation) {
      if (!key || key.length > 64) {
        throw new Problem(400, 'Idempotency-Key must have 1 to 64 characters');
      }
      forget();
      const fingerprint = fingerprintOf(request);
      const known = records.get(key);
      if (known && known.fingerprint !== fingerprint) {
        throw new Problem(422, 'The key was used for another request');
      }
      if (known?.answer !== undefined) return known.answer;
      if (known) {
        throw new Problem(409, 'A request with this key is still running', {
          'Retry-After': '1',
        });
      }

      const record = { fingerprint, startedAt: now(), answer: undefined };
      records.set(key, record);
      try {
        record.answer = await operation();
        return record.answer;
      } catch (error) {
        // Nothing happened, so the client may try again with the same key.
        records.delete(key);
        throw error;
      }
    },
  };
}

/** Equal for requests that mean the same, whatever the order of their members. */
export function fingerprintOf(request) {
  return createHash('sha256').update(canonical(request)).digest('hex');
}

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value && typeof value === 'object') {
    const members = Object.keys(value)
      .sort()
      .map(key => `${JSON.stringify(key)}:${canonical(value[key])}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
