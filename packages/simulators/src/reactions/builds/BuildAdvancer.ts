import { appendLog } from '../../aws/logs/streams';
import {
  BUILD_PHASES,
  type Build,
  type BuildPhaseName,
  type BuildProject,
} from '../../aws/types';
import type { World } from '../../world/types';
import { pushImage } from '../images/pushImage';
import { isDue, later } from '../later';
import { runPhase } from './runPhase';
import { CONTAINER, type ActiveBuild, type PhaseScript } from './types';

/** How long each phase takes at normal pace; together about nine seconds. */
const SECONDS: Record<BuildPhaseName, number> = {
  SUBMITTED: 0.1,
  QUEUED: 0.4,
  PROVISIONING: 1.3,
  DOWNLOAD_SOURCE: 0.8,
  INSTALL: 0.3,
  PRE_BUILD: 0.8,
  BUILD: 3.4,
  POST_BUILD: 1.2,
  UPLOAD_ARTIFACTS: 0.1,
  FINALIZING: 0.3,
  COMPLETED: 0,
};

/** A log grows in pieces of about this length of time. */
const PIECE_SECONDS = 0.6;

/** Carries all builds of CodeBuild on, phase by phase. */
export class BuildAdvancer {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** A step of the world: advances every build as far as it is due. */
  async step(): Promise<void> {
    for (const { id } of this.#world.store.list<ActiveBuild>('active-build')) {
      let changed = true;
      while (changed) {
        changed = await this.#advance(id);
      }
    }
  }

  /** Answers whether there may be more to do at once. */
  async #advance(id: string): Promise<boolean> {
    const { store, clock } = this.#world;
    const active = store.get<ActiveBuild>('active-build', id);
    const build = store.get<Build>('build', id);
    if (!active || build?.status !== 'IN_PROGRESS' || !build.dueAt) {
      store.delete('active-build', id);
      return false;
    }
    if (!active.script) {
      const script = await this.#script(build);
      const dueAt = later(clock, build.dueAt, script.secondsPerPiece);
      return this.#save(build, { dueAt }, { id, script });
    }
    if (!isDue(clock, build.dueAt)) {
      return false;
    }
    const { script } = active;
    const [piece, ...pieces] = script.pieces;
    if (pieces.length > 0) {
      const dueAt = later(clock, build.dueAt, script.secondsPerPiece);
      const rest = { id, script: { ...script, pieces } };
      return this.#save(build, { dueAt }, rest, piece);
    }
    return this.#endPhase(build, script, piece);
  }

  async #script(build: Build): Promise<PhaseScript> {
    const { name } = build.phases[build.phases.length - 1];
    const project = this.#world.store.get<BuildProject>(
      'codebuild-project',
      build.project,
    );
    const { lines, ...result } = project
      ? await runPhase(this.#world, project, build, name)
      : {
          lines: [],
          failure: { code: 'CLIENT_ERROR', message: 'the project was deleted' },
        };
    const count = Math.max(1, Math.round(SECONDS[name] / PIECE_SECONDS));
    const size = Math.max(1, Math.ceil(lines.length / count));
    const pieces = Array.from({ length: count }, (_item, index) =>
      lines.slice(index * size, (index + 1) * size),
    );
    return { ...result, pieces, secondsPerPiece: SECONDS[name] / count };
  }

  #endPhase(build: Build, script: PhaseScript, piece: string[]): boolean {
    const { push, failure } = script;
    if (push) {
      // Pushing again, after a cut in between, finds the image there.
      pushImage(this.#world, push);
    }
    const now = build.dueAt!;
    const phases = [...build.phases];
    const ended = phases[phases.length - 1];
    phases[phases.length - 1] = {
      ...ended,
      endedAt: now,
      status: failure ? 'FAILED' : 'SUCCEEDED',
      context: failure,
    };
    const next = following(ended.name, failure !== undefined);
    phases.push({ name: next, startedAt: now });
    const changes: Partial<Build> = {
      phases,
      revision: script.revision ?? build.revision,
      exportedVariables: script.exportedVariables ?? build.exportedVariables,
      logStream:
        next === 'PROVISIONING' ? build.id.split(':')[1] : build.logStream,
    };
    if (next !== 'COMPLETED') {
      return this.#save(build, changes, { id: build.id }, piece);
    }
    const failed = phases.some(phase => phase.status === 'FAILED');
    this.#save(
      build,
      {
        ...changes,
        status: failed ? 'FAILED' : 'SUCCEEDED',
        endedAt: now,
        dueAt: undefined,
      },
      undefined,
      piece,
    );
    return false;
  }

  /** Stores what changed of a build, and what is left to do, in one transaction. Answers true. */
  #save(
    build: Build,
    changes: Partial<Build>,
    active: ActiveBuild | undefined,
    lines: string[] = [],
  ): true {
    const { store, events } = this.#world;
    const { id, project } = build;
    const changed = { ...build, ...changes };
    store.transaction(() => {
      store.put('build', id, changed);
      if (active) {
        store.put('active-build', id, active);
      } else {
        store.delete('active-build', id);
      }
      if (changed.logStream && lines.length > 0) {
        const group = `/aws/codebuild/${project}`;
        const stamped = lines.map(line => this.#stamp(line));
        appendLog(this.#world, group, changed.logStream, stamped);
      }
    });
    if (changes.phases) {
      events.emit('build', { id });
    }
    return true;
  }

  #stamp(line: string) {
    const time = this.#world.clock
      .now()
      .toISOString()
      .replace(/-/g, '/')
      .replace('T', ' ')
      .replace('Z', '000');
    return line.startsWith(CONTAINER)
      ? `${CONTAINER}${time} ${line.slice(CONTAINER.length)}\n`
      : `${line}\n`;
  }
}

/** A failed BUILD still runs POST_BUILD, as in CodeBuild; any other failure goes to the end. */
function following(phase: BuildPhaseName, failed: boolean): BuildPhaseName {
  if (failed && phase !== 'BUILD' && phase !== 'FINALIZING') {
    return 'FINALIZING';
  }
  return BUILD_PHASES[BUILD_PHASES.indexOf(phase) + 1];
}
