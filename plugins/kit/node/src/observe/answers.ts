import { createHash } from 'node:crypto';
import type { Observed, SourceStatus } from '@shopstack/plugin-kit-common';
import type { Reading, ReadingState } from '../readModel';
import { UpstreamError } from '../upstream';
import type { Observation } from './Observation';

/** The name under which a change of what has this key is announced. It tells nothing of the key. */
export function topicOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 16);
}

/** The answer that a reading is. The items are shared by all who ask; only the list around them is the caller's. */
export function answerOf<T>(
  { key, source, instance }: Observation<T>,
  reading: Reading<T[]>,
): Observed<T> {
  const status: SourceStatus = {
    source,
    ...(instance !== undefined && { instance }),
    state: stateOf(reading),
    ...(reading.goodAt && { asOf: reading.goodAt.toISOString() }),
    ...(reading.failingSince && { since: reading.failingSince.toISOString() }),
    ...(reading.failingSince && { reason: reading.reason }),
    topic: topicOf(key),
  };
  return { items: [...(reading.value ?? [])], sources: [status] };
}

/** The answer to somebody who does not wait longer, while the load that began at `since` goes on. */
export function answerMeanwhile<T>(
  observation: Observation<T>,
  kept: Reading<T[]> | undefined,
  since: Date,
): Observed<T> {
  return answerOf(observation, {
    value: kept?.value,
    goodAt: kept?.goodAt,
    attemptedAt: since,
    failingSince: kept?.failingSince ?? since,
    reason:
      kept?.reason ??
      (kept
        ? 'It has not answered yet; the portal keeps asking'
        : 'The first read of it is still running'),
  });
}

function stateOf(reading: Reading<unknown>): SourceStatus['state'] {
  if (!reading.failingSince) {
    return 'ok';
  }
  return reading.value === undefined ? 'unavailable' : 'stale';
}

/** Only our own words reach people: the message of any other error may hold anything. */
export function reasonOf(error: unknown, earlier: ReadingState | undefined) {
  if (!(error instanceof UpstreamError)) {
    return 'The portal could not read it; its log tells why';
  }
  // That it is left alone for a moment says less than why.
  return error.fault === 'paused' && earlier?.failingSince && earlier.reason
    ? earlier.reason
    : error.message;
}

/** Whether somebody who sees the one state of a source has something new to read in the other. */
export function isNews(
  before: ReadingState | undefined,
  after: ReadingState,
): boolean {
  return (
    before?.fingerprint !== after.fingerprint ||
    before?.failingSince?.getTime() !== after.failingSince?.getTime() ||
    before?.reason !== after.reason
  );
}
