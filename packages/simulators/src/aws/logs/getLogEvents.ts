import { z } from 'zod';
import { pageSize } from '../../http/weather';
import { AwsError } from '../AwsError';
import { operation } from '../service';
import type { LogStream } from '../types';
import { groupSchema, groupNameOf } from './group';
import { requireStream } from './streams';

/** Events and bytes of one page (API reference); an event counts its text and 26 bytes. */
const MAX_EVENTS = 10_000;
const MAX_BYTES = 1_048_576;
const EVENT_OVERHEAD = 26;

const TOKEN = /^([fb])\/(\d+)\/s$/;

type LogEvent = LogStream['events'][number];

/**
 * A page of a stream. `f/N/s` reads on from event N, `b/N/s` reads what lies before it; at either end the answer carries the same
 * token again, which is how a reader knows that it is at the end.
 */
export const getLogEvents = operation(
  groupSchema.extend({
    logStreamName: z.string().min(1),
    startTime: z.number().int().min(0).optional(),
    endTime: z.number().int().min(0).optional(),
    nextToken: z.string().optional(),
    limit: z.number().int().min(1).max(MAX_EVENTS).optional(),
    startFromHead: z.boolean().optional(),
    unmask: z.boolean().optional(),
  }),
  ({ world }, input) => {
    const stream = requireStream(
      world,
      groupNameOf(input),
      input.logStreamName,
    );
    const { startTime = 0, endTime = Infinity } = input;
    // What is dated in the future has not happened yet.
    const now = world.clock.now().getTime();
    const events = stream.events.filter(
      ({ timestamp }) =>
        timestamp >= startTime && timestamp < endTime && timestamp <= now,
    );
    const limit = pageSize(world, 'aws', input.limit ?? MAX_EVENTS);
    const { forward, position } = begin(events, input);
    const [start, end] = forward
      ? [position, position + take(events.slice(position), limit)]
      : [position - take(events.slice(0, position).reverse(), limit), position];
    return {
      events: events.slice(start, end).map(event => ({
        ...event,
        ingestionTime: event.timestamp,
      })),
      nextForwardToken: `f/${end}/s`,
      nextBackwardToken: `b/${start}/s`,
    };
  },
);

function begin(
  events: LogEvent[],
  input: { nextToken?: string; startFromHead?: boolean },
) {
  if (input.nextToken === undefined) {
    const forward = input.startFromHead ?? false;
    return { forward, position: forward ? 0 : events.length };
  }
  const [, direction, index] = TOKEN.exec(input.nextToken) ?? [];
  if (direction === undefined) {
    throw new AwsError(
      'InvalidParameterException',
      'The specified nextToken is invalid.',
    );
  }
  const position = Math.min(Number(index), events.length);
  return { forward: direction === 'f', position };
}

/** How many of the events fit on a page. */
function take(events: LogEvent[], limit: number): number {
  let bytes = 0;
  let count = 0;
  for (const { message } of events.slice(0, limit)) {
    bytes += Buffer.byteLength(message) + EVENT_OVERHEAD;
    if (bytes > MAX_BYTES && count > 0) {
      break;
    }
    count += 1;
  }
  return count;
}
