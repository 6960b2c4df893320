import { BUILD_PHASES, type Build, type BuildPhaseName } from '../../aws/types';
import type { PhaseScript } from './types';

/** How long each phase takes at normal pace; together about nine seconds. */
export const PHASE_SECONDS: Record<BuildPhaseName, number> = {
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

/** The build after its present phase ended: the next phase runs, or the build is complete. */
export function endPhase(
  build: Build,
  result: Omit<PhaseScript, 'pieces' | 'secondsPerPiece'>,
  now: string,
): Build {
  const { failure } = result;
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
  const failed = phases.some(phase => phase.status === 'FAILED');
  return {
    ...build,
    phases,
    revision: result.revision ?? build.revision,
    exportedVariables: result.exportedVariables ?? build.exportedVariables,
    // The stream is there from PROVISIONING on.
    logStream:
      next === 'PROVISIONING' ? build.id.split(':')[1] : build.logStream,
    ...(next === 'COMPLETED' && {
      status: failed ? ('FAILED' as const) : ('SUCCEEDED' as const),
      endedAt: now,
      dueAt: undefined,
    }),
  };
}

/** A failed BUILD still runs POST_BUILD, as in CodeBuild; any other failure goes to the end. */
function following(phase: BuildPhaseName, failed: boolean): BuildPhaseName {
  if (failed && phase !== 'BUILD' && phase !== 'FINALIZING') {
    return 'FINALIZING';
  }
  return BUILD_PHASES[BUILD_PHASES.indexOf(phase) + 1];
}
