import { createHash, randomBytes } from 'node:crypto';
import type { World } from '../../world/types';
import { AwsError } from '../AwsError';
import { arnOf } from '../account';
import type { Build, BuildProject } from '../types';

export interface StartBuildOptions {
  project: string;
  /** A branch, a tag or a SHA; the default branch when absent. */
  sourceVersion?: string;
  initiator: string;
  /** The same token again answers with the same build. */
  idempotencyToken?: string;
}

/** @throws AwsError ResourceNotFoundException */
export function requireProject(
  world: Pick<World, 'store'>,
  name: string,
): BuildProject {
  const project = world.store.get<BuildProject>('codebuild-project', name);
  if (!project) {
    throw new AwsError(
      'ResourceNotFoundException',
      `Project cannot be found: ${arnOf('codebuild', `project/${name}`)}`,
    );
  }
  return project;
}

/** The builds of a project, newest first. */
export function buildsOf(world: Pick<World, 'store'>, project: string) {
  return world.store
    .listByPrefix<Build>('build', `${project}:`)
    .sort((one, other) => other.number - one.number);
}

/**
 * Puts a build in the queue; the world's steps carry it on.
 *
 * @throws AwsError ResourceNotFoundException when the project does not exist
 */
export function startBuild(
  world: Pick<World, 'store' | 'clock' | 'events'>,
  options: StartBuildOptions,
): Build {
  const { project, initiator, idempotencyToken } = options;
  const { sourceVersion = 'main' } = options;
  requireProject(world, project);
  const same =
    idempotencyToken &&
    buildsOf(world, project).find(
      build => build.idempotencyToken === idempotencyToken,
    );
  if (same) {
    return same;
  }
  const startedAt = world.clock.now();
  const build = world.store.transaction(() => {
    const queued: Build = {
      id: `${project}:${timeOrderedUuid(startedAt)}`,
      number: world.store.next(`build-number/${project}`),
      project,
      status: 'IN_PROGRESS',
      startedAt: startedAt.toISOString(),
      sourceVersion,
      initiator,
      phases: [{ name: 'SUBMITTED', startedAt: startedAt.toISOString() }],
      exportedVariables: [],
      dueAt: startedAt.toISOString(),
      idempotencyToken,
    };
    world.store.put('build', queued.id, queued);
    world.store.put('active-build', queued.id, { id: queued.id });
    return queued;
  });
  world.events.emit('build', { id: build.id });
  return build;
}

/** A uuid of version 7: its order is the order of time, so that ids sort as builds were started. */
export function timeOrderedUuid(
  time: Date,
  /** The same seed at the same time gives the same uuid; random when absent. */
  seed?: string,
): string {
  const random = seed
    ? createHash('sha256').update(seed).digest()
    : randomBytes(10);
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(time.getTime(), 0, 6);
  random.copy(bytes, 6, 0, 10);
  bytes[6] = (bytes[6] % 16) + 0x70;
  bytes[8] = (bytes[8] % 64) + 0x80;
  const hex = bytes.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
