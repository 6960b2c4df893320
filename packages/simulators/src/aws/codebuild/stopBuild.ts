import type { World } from '../../world/types';
import { AwsError } from '../AwsError';
import type { Build } from '../types';

/**
 * Ends a build that runs; one that is complete stays as it is, as in CodeBuild.
 *
 * @throws AwsError ResourceNotFoundException
 */
export function stopBuild(
  world: Pick<World, 'store' | 'clock' | 'events'>,
  id: string,
): Build {
  const build = world.store.get<Build>('build', id);
  if (!build) {
    throw new AwsError(
      'ResourceNotFoundException',
      `Build cannot be found: ${id}`,
    );
  }
  if (build.status !== 'IN_PROGRESS') {
    return build;
  }
  const now = world.clock.now().toISOString();
  const phases = build.phases.map(phase =>
    phase.endedAt
      ? phase
      : { ...phase, endedAt: now, status: 'STOPPED' as const },
  );
  const stopped: Build = {
    ...build,
    status: 'STOPPED',
    endedAt: now,
    dueAt: undefined,
    phases: [...phases, { name: 'COMPLETED', startedAt: now }],
  };
  world.store.put('build', id, stopped);
  world.store.delete('active-build', id);
  world.events.emit('build', { id });
  return stopped;
}
