import { timeOrderedUuid } from '../../aws/codebuild/startBuild';
import type { Build, BuildProject, LogStream } from '../../aws/types';
import type { PushedImage } from '../images/describeImage';
import type { BuildReader } from './BuildReader';
import { endPhase, PHASE_SECONDS } from './phases';
import { runPhase } from './runPhase';
import { stampLine } from './stampLine';

/** A build that is over, with all that it left behind. */
export interface PastBuild {
  build: Build;
  log: LogStream;
  image?: PushedImage;
}

/** Runs a build to its end at once, with the times that it would have taken at normal pace. Changes nothing. */
export async function simulateBuild(
  reader: BuildReader,
  project: BuildProject,
  options: {
    number: number;
    startedAt: Date;
    sourceVersion: string;
    initiator: string;
  },
): Promise<PastBuild> {
  const { startedAt, sourceVersion } = options;
  const { name } = project;
  const uuid = timeOrderedUuid(startedAt, `${name} ${sourceVersion}`);
  let build: Build = {
    ...options,
    id: `${name}:${uuid}`,
    project: name,
    status: 'IN_PROGRESS',
    startedAt: startedAt.toISOString(),
    phases: [{ name: 'SUBMITTED', startedAt: startedAt.toISOString() }],
    exportedVariables: [],
  };
  let time = startedAt.getTime();
  let image: PushedImage | undefined;
  const events: LogStream['events'] = [];
  while (build.status === 'IN_PROGRESS') {
    const phase = build.phases[build.phases.length - 1].name;
    const result = await runPhase(reader, project, build, phase);
    const duration = PHASE_SECONDS[phase] * 1_000;
    for (const [index, line] of result.lines.entries()) {
      const timestamp = Math.round(
        time + (duration * index) / result.lines.length,
      );
      events.push({ timestamp, message: stampLine(line, new Date(timestamp)) });
    }
    time += duration;
    image = result.push ?? image;
    build = endPhase(build, result, new Date(time).toISOString());
  }
  const group = `/aws/codebuild/${name}`;
  const createdAt = startedAt.toISOString();
  return { build, image, log: { group, name: uuid, createdAt, events } };
}
