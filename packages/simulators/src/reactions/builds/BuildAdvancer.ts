import { appendLog } from '../../aws/logs/streams';
import type { Build, BuildPhaseName, BuildProject } from '../../aws/types';
import type { World } from '../../world/types';
import { pushImage } from '../images/pushImage';
import { isDue, later } from '../later';
import { createBuildReader, type BuildReader } from './BuildReader';
import { endPhase, PHASE_SECONDS } from './phases';
import { reportsOf } from './reportsOf';
import { runPhase } from './runPhase';
import { stampLine } from './stampLine';
import type { ActiveBuild, PhaseScript } from './types';

/** A log grows in pieces of about this length of time. */
const PIECE_SECONDS = 0.6;

/** Carries all builds of CodeBuild on, phase by phase. */
export class BuildAdvancer {
  readonly #world: World;
  readonly #reader: BuildReader;

  constructor(world: World) {
    this.#world = world;
    this.#reader = createBuildReader(world);
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
      return this.#save({ ...build, dueAt }, { id, script }, []);
    }
    if (!isDue(clock, build.dueAt)) {
      return false;
    }
    const { script } = active;
    const [piece, ...pieces] = script.pieces;
    if (pieces.length > 0) {
      const dueAt = later(clock, build.dueAt, script.secondsPerPiece);
      const rest = { id, script: { ...script, pieces } };
      return this.#save({ ...build, dueAt }, rest, piece);
    }
    if (script.push) {
      // Pushing again, after a cut in between, finds the image there.
      pushImage(this.#world, script.push);
    }
    const ended = endPhase(build, script, build.dueAt);
    this.#save(this.#report(ended, script, build.dueAt), { id }, piece);
    this.#world.events.emit('build', { id });
    return true;
  }

  /** Stores the reports that a phase made. */
  #report(build: Build, { reports }: PhaseScript, at: string): Build {
    if (!reports?.length) {
      return build;
    }
    const made = reportsOf(build, reports, at);
    for (const report of made) {
      this.#world.store.put('build-report', report.arn, report);
    }
    return { ...build, reports: made.map(({ arn }) => arn) };
  }

  async #script(build: Build): Promise<PhaseScript> {
    const { name } = build.phases[build.phases.length - 1];
    const project = this.#world.store.get<BuildProject>(
      'codebuild-project',
      build.project,
    );
    const { lines, ...result } = project
      ? await this.#run(project, build, name)
      : {
          lines: [],
          failure: { code: 'CLIENT_ERROR', message: 'the project was deleted' },
        };
    const seconds = PHASE_SECONDS[name];
    const count = Math.max(1, Math.round(seconds / PIECE_SECONDS));
    const size = Math.max(1, Math.ceil(lines.length / count));
    const pieces = Array.from({ length: count }, (_item, index) =>
      lines.slice(index * size, (index + 1) * size),
    );
    return { ...result, pieces, secondsPerPiece: seconds / count };
  }

  /** What nobody expected ends the phase with its reason, and holds up no other build. */
  async #run(project: BuildProject, build: Build, name: BuildPhaseName) {
    try {
      return await runPhase(this.#reader, project, build, name);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.#world.log(`build ${build.id}: ${name}: ${message}`);
      return { lines: [], failure: { code: 'INTERNAL_ERROR', message } };
    }
  }

  /** Stores a build, what is left to do and new log lines in one transaction. Answers true: something changed. */
  #save(build: Build, active: ActiveBuild, lines: string[]): true {
    const { store, clock } = this.#world;
    store.transaction(() => {
      store.put('build', build.id, build);
      if (build.status === 'IN_PROGRESS') {
        store.put('active-build', build.id, active);
      } else {
        store.delete('active-build', build.id);
      }
      if (build.logStream && lines.length > 0) {
        const group = `/aws/codebuild/${build.project}`;
        const stamped = lines.map(line => stampLine(line, clock.now()));
        appendLog(this.#world, group, build.logStream, stamped);
      }
    });
    return true;
  }
}
