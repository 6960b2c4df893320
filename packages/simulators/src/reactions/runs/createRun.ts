import type {
  DocumentStore,
  WorkflowJob,
  WorkflowRun,
} from '../../world/types';
import type {
  JobDefinition,
  WorkflowDefinition,
} from '../workflows/parseWorkflow';
import { runIdOf, type RunPlan } from './types';

/** Run ids of a forge do not begin at one. */
const FIRST_RUN = 9_100_000_000;
const FIRST_JOB = 27_000_000_000;

export interface NewRun
  extends Pick<
    WorkflowRun,
    'repository' | 'path' | 'event' | 'branch' | 'sha' | 'title' | 'actor'
  > {
  name: string;
  /** ISO string. */
  createdAt: string;
}

/** Steps that every job has around its own. */
export const SET_UP_STEP = 'Set up job';
export const COMPLETE_STEP = 'Complete job';

/** A run in the queue, not stored yet. Numbers are drawn from the store. */
export function createRun(
  store: DocumentStore,
  run: NewRun,
  jobs: JobDefinition[],
): WorkflowRun {
  return {
    ...run,
    id: FIRST_RUN + store.next('workflow-run'),
    runNumber: store.next(`run-number/${run.repository}/${run.path}`),
    status: 'queued',
    updatedAt: run.createdAt,
    jobs: jobs.map(job => createJob(store, job)),
  };
}

/** The plan of a run that begins. */
export function createPlan(
  run: WorkflowRun,
  workflow: WorkflowDefinition,
  references: Pick<RunPlan, 'ref' | 'headRef' | 'baseRef'>,
): RunPlan {
  const jobs = workflow.jobs.map(
    job => [job.key, { steps: {}, outputs: {}, failed: false }] as const,
  );
  return {
    id: runIdOf(run),
    workflow,
    ...references,
    jobs: Object.fromEntries(jobs),
  };
}

/** A job in the queue. Its number is drawn from the store. */
export function createJob(
  store: DocumentStore,
  job: JobDefinition,
): WorkflowJob {
  const names = [
    SET_UP_STEP,
    ...job.steps.map(
      step =>
        step.name ?? `Run ${step.uses ?? step.run?.trim().split('\n')[0]}`,
    ),
    COMPLETE_STEP,
  ];
  return {
    id: FIRST_JOB + store.next('workflow-job'),
    name: job.name,
    status: 'queued',
    steps: names.map((name, index) => ({
      name,
      number: index + 1,
      status: 'queued',
    })),
  };
}
