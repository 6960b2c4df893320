import type { WorkflowRun } from '../../world/types';
import type { WorkflowDefinition } from '../workflows/parseWorkflow';

/** What a run that is not complete still has to do; documents of kind `run-plan` with the id of their run. */
export interface RunPlan {
  /** The id of the run's document. */
  id: string;
  workflow: WorkflowDefinition;
  /** `github.ref`, `github.head_ref` and `github.base_ref`. */
  ref: string;
  headRef: string;
  baseRef: string;
  /** By the key of the job. */
  jobs: Record<string, JobProgress>;
}

export interface JobProgress {
  /** Of each step with an id. */
  steps: Record<string, StepResult>;
  outputs: Record<string, string>;
  /** A step of the job failed. */
  failed: boolean;
  /** The ARN of the AWS role that a step of this job took. */
  role?: string;
  /** The step that runs. */
  current?: StepProgress;
}

export interface StepProgress {
  /** Its place in the run's list of steps. */
  index: number;
  dueAt: string;
  /** When a step that waits for something gives up. */
  deadline: string;
  /** What the step's action remembers, e.g. the build it waits for. */
  memory: Record<string, string>;
}

export interface StepResult {
  outputs: Record<string, string>;
  outcome: 'success' | 'failure' | 'skipped';
}

/** The document id of a run. */
export function runIdOf(run: Pick<WorkflowRun, 'repository' | 'id'>): string {
  return `${run.repository}/${String(run.id).padStart(12, '0')}`;
}
