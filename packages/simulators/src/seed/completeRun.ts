import type { PastBuild } from '../reactions/builds/simulateBuild';
import type {
  JobDefinition,
  WorkflowDefinition,
} from '../reactions/workflows/parseWorkflow';
import type { WorkflowJob, WorkflowRun } from '../world/types';

const RUN_BUILD = 'aws-actions/aws-codebuild-run-build';

/** Seconds that a job without a build takes. */
const JOB_SECONDS = 4;

/** A run of the past: the job that ran the build ended as the build did, and what needs it was skipped if it failed. */
export function completeRun(
  run: WorkflowRun,
  workflow: WorkflowDefinition,
  built: PastBuild | undefined,
): WorkflowRun {
  const conclusions = new Map<string, WorkflowJob['conclusion']>();
  let time = Date.parse(run.createdAt);
  const jobs = workflow.jobs.map((definition, index) => {
    const conclusion = conclude(definition, built, conclusions);
    conclusions.set(definition.key, conclusion);
    const startedAt = new Date(time).toISOString();
    const runsBuild = isBuildJob(definition);
    if (conclusion !== 'skipped') {
      time =
        runsBuild && built
          ? Date.parse(built.build.endedAt!) + 500
          : time + JOB_SECONDS * 1_000;
    }
    const completedAt = new Date(time).toISOString();
    return complete(
      run.jobs[index],
      definition,
      { conclusion, startedAt, completedAt },
      built,
    );
  });
  const failed = [...conclusions.values()].includes('failure');
  return {
    ...run,
    jobs,
    status: 'completed',
    conclusion: failed ? 'failure' : 'success',
    startedAt: run.createdAt,
    updatedAt: new Date(time).toISOString(),
  };
}

function conclude(
  definition: JobDefinition,
  built: PastBuild | undefined,
  conclusions: Map<string, WorkflowJob['conclusion']>,
): WorkflowJob['conclusion'] {
  if (definition.needs.some(need => conclusions.get(need) !== 'success')) {
    return 'skipped';
  }
  const failed = isBuildJob(definition) && built?.build.status !== 'SUCCEEDED';
  return failed ? 'failure' : 'success';
}

function isBuildJob({ steps }: JobDefinition) {
  return steps.some(step => step.uses?.startsWith(RUN_BUILD));
}

function complete(
  job: WorkflowJob,
  definition: JobDefinition,
  times: Pick<WorkflowJob, 'conclusion' | 'startedAt' | 'completedAt'>,
  built: PastBuild | undefined,
): WorkflowJob {
  let failed = false;
  const steps = job.steps.map((step, index) => {
    const isBuild = definition.steps[index - 1]?.uses?.startsWith(RUN_BUILD);
    if (times.conclusion === 'skipped' || failed) {
      return {
        ...step,
        status: 'completed' as const,
        conclusion: 'skipped' as const,
      };
    }
    failed = times.conclusion === 'failure' && isBuild === true;
    const message =
      isBuild && built
        ? `Build ${built.build.id} ended ${built.build.status}`
        : undefined;
    const conclusion = failed ? ('failure' as const) : ('success' as const);
    return { ...step, status: 'completed' as const, conclusion, message };
  });
  return { ...job, ...times, status: 'completed', steps };
}
