import { z } from 'zod';
import { pageSize } from '../../http/weather';
import { arnOf } from '../account';
import { paginate } from '../paginate';
import { operation, type AwsService } from '../service';
import type { LogStream } from '../types';
import { getLogEvents } from './getLogEvents';
import { groupNameOf, groupSchema } from './group';
import { matcherOf } from './matcherOf';
import { requireGroup } from './streams';

const INVALID = 'InvalidParameterException';
const MAX_EVENTS = 10_000;
const MAX_STREAMS = 50;

const filterLogEvents = operation(
  groupSchema.extend({
    logStreamNames: z.array(z.string()).min(1).max(100).optional(),
    logStreamNamePrefix: z.string().min(1).optional(),
    startTime: z.number().int().min(0).optional(),
    endTime: z.number().int().min(0).optional(),
    filterPattern: z.string().max(1_024).optional(),
    nextToken: z.string().optional(),
    limit: z.number().int().min(1).max(MAX_EVENTS).optional(),
    interleaved: z.boolean().optional(),
  }),
  ({ world }, input) => {
    const { startTime = 0, endTime = Infinity, logStreamNames } = input;
    const matches = matcherOf(input.filterPattern ?? '');
    const events = requireGroup(world, groupNameOf(input))
      .filter(
        ({ name }) =>
          (logStreamNames?.includes(name) ?? true) &&
          name.startsWith(input.logStreamNamePrefix ?? ''),
      )
      .flatMap(stream =>
        stream.events.map((event, index) => ({
          logStreamName: stream.name,
          ...event,
          ingestionTime: event.timestamp,
          eventId: `${stream.name}/${String(index).padStart(8, '0')}`,
        })),
      )
      .filter(
        ({ timestamp, message }) =>
          timestamp >= startTime && timestamp < endTime && matches(message),
      )
      .sort((one, other) => one.timestamp - other.timestamp);
    const { page, nextToken } = paginate({
      items: events,
      keyOf: event => event.eventId,
      size: pageSize(world, 'aws', input.limit ?? MAX_EVENTS),
      token: input.nextToken,
      invalid: INVALID,
    });
    return { events: page, searchedLogStreams: [], nextToken };
  },
);

const describeLogStreams = operation(
  groupSchema.extend({
    logStreamNamePrefix: z.string().min(1).optional(),
    orderBy: z.enum(['LogStreamName', 'LastEventTime']).optional(),
    descending: z.boolean().optional(),
    nextToken: z.string().optional(),
    limit: z.number().int().min(1).max(MAX_STREAMS).optional(),
  }),
  ({ world }, input) => {
    const streams = requireGroup(world, groupNameOf(input))
      .filter(({ name }) => name.startsWith(input.logStreamNamePrefix ?? ''))
      .map(toStream);
    if (input.orderBy === 'LastEventTime') {
      streams.sort(
        (one, other) => one.lastEventTimestamp - other.lastEventTimestamp,
      );
    }
    if (input.descending) {
      streams.reverse();
    }
    const { page, nextToken } = paginate({
      items: streams,
      keyOf: stream => stream.arn,
      size: pageSize(world, 'aws', input.limit ?? MAX_STREAMS),
      token: input.nextToken,
      invalid: INVALID,
    });
    return { logStreams: page, nextToken };
  },
);

function toStream({ group, name, createdAt, events }: LogStream) {
  return {
    logStreamName: name,
    creationTime: Date.parse(createdAt),
    firstEventTimestamp: events[0]?.timestamp,
    lastEventTimestamp: events[events.length - 1]?.timestamp ?? 0,
    arn: arnOf('logs', `log-group:${group}:log-stream:${name}`),
  };
}

/** CloudWatch Logs, as far as the portal reads it. Its dates are milliseconds since 1970. */
export const logsService: AwsService = {
  target: 'Logs_20140328',
  signingName: 'logs',
  invalidInput: INVALID,
  operations: {
    GetLogEvents: getLogEvents,
    FilterLogEvents: filterLogEvents,
    DescribeLogStreams: describeLogStreams,
  },
};
