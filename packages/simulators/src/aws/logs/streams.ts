import type { World } from '../../world/types';
import { AwsError } from '../AwsError';
import type { LogStream } from '../types';

const KIND = 'log-stream';

type StoreAndClock = Pick<World, 'store' | 'clock'>;

/** Adds lines to a stream, which comes into being with its first line. */
export function appendLog(
  world: StoreAndClock,
  group: string,
  name: string,
  lines: string[],
): void {
  const id = `${group}:${name}`;
  const now = world.clock.now();
  const stream = world.store.get<LogStream>(KIND, id) ?? {
    group,
    name,
    createdAt: now.toISOString(),
    events: [],
  };
  const events = lines.map(message => ({ timestamp: now.getTime(), message }));
  world.store.put(KIND, id, {
    ...stream,
    events: [...stream.events, ...events],
  });
}

/** @throws AwsError ResourceNotFoundException when the group has no stream */
export function requireGroup(
  world: Pick<World, 'store'>,
  group: string,
): LogStream[] {
  const streams = world.store.listByPrefix<LogStream>(KIND, `${group}:`);
  if (streams.length === 0) {
    throw new AwsError(
      'ResourceNotFoundException',
      'The specified log group does not exist.',
    );
  }
  return streams;
}

/** @throws AwsError ResourceNotFoundException */
export function requireStream(
  world: Pick<World, 'store'>,
  group: string,
  name: string,
): LogStream {
  const stream = world.store.get<LogStream>(KIND, `${group}:${name}`);
  if (!stream) {
    requireGroup(world, group);
    throw new AwsError(
      'ResourceNotFoundException',
      'The specified log stream does not exist.',
    );
  }
  return stream;
}
