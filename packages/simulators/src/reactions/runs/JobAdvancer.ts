import type { Clock, WorkflowJob, WorkflowRun } from '../../world/types';
import { fillAll, holds, type ExpressionContext } from '../expressions';
import { isDue, later } from '../later';
import type { JobDefinition } from '../workflows/parseWorkflow';
import type { StepOutcome } from './actions/types';
import type { StepRunner } from './StepRunner';
import type { JobProgress, RunPlan } from './types';

const SET_UP_SECONDS = 0.3;
const COMPLETE_SECONDS = 0.1;
const WAIT_SECONDS = 0.4;
/** At normal pace: how long a step waits for what another pull request brings (ten minutes). */
const MAX_WAIT_SECONDS = 600;

export interface JobPlace {
  run: WorkflowRun;
  plan: RunPlan;
  definition: JobDefinition;
  job: WorkflowJob;
  progress: JobProgress;
}

/** Carries one job on, in place. */
export class JobAdvancer {
  constructor(
    private readonly clock: Clock,
    private readonly steps: StepRunner,
  ) {}

  /** Begins a job whose needs are complete, or skips it. */
  begin({ job, definition }: JobPlace, context: ExpressionContext): void {
    const now = this.clock.now().toISOString();
    const problem = problemOf(definition);
    job.startedAt = now;
    if (problem) {
      this.#fail(job, problem);
      return;
    }
    try {
      if (holds(definition.if, context)) {
        job.status = 'in_progress';
      } else {
        conclude(job, 'skipped', now);
      }
    } catch (error) {
      this.#fail(job, error instanceof Error ? error.message : String(error));
    }
  }

  /** Carries a running job on by one step that is due. Answers whether anything changed. */
  async advance(place: JobPlace): Promise<boolean> {
    const { job, progress } = place;
    const { current } = progress;
    if (!current) {
      this.#beginNext(place, undefined);
      return true;
    }
    if (!isDue(this.clock, current.dueAt)) {
      return false;
    }
    const memory = JSON.stringify(current.memory);
    const outcome = await this.#outcome(place);
    const step = job.steps[current.index];
    if (outcome.kind === 'waiting') {
      const changed =
        step.message !== outcome.message ||
        memory !== JSON.stringify(current.memory);
      step.message = outcome.message;
      current.dueAt = later(this.clock, undefined, WAIT_SECONDS);
      return changed;
    }
    const definition = place.definition.steps[current.index - 1];
    this.#finish(place, current.index, outcome);
    if (outcome.kind === 'failed' && !definition?.['continue-on-error']) {
      progress.failed = true;
    }
    this.#beginNext(place, current.dueAt);
    return true;
  }

  async #outcome(place: JobPlace): Promise<StepOutcome> {
    const { run, plan, definition, progress } = place;
    const { index, memory, deadline } = progress.current!;
    const step = definition.steps[index - 1];
    return step
      ? await this.steps.run(
          { run, plan, job: definition, definition: step },
          { index, memory, expired: isDue(this.clock, deadline) },
        )
      : { kind: 'done' };
  }

  #finish(
    { job, definition, progress }: JobPlace,
    index: number,
    outcome: StepOutcome,
  ) {
    const success = outcome.kind === 'done';
    const step = job.steps[index];
    step.status = 'completed';
    step.conclusion = success ? 'success' : 'failure';
    step.message = outcome.message;
    const id = definition.steps[index - 1]?.id;
    if (id) {
      const outputs = (outcome.kind === 'done' && outcome.outputs) || {};
      progress.steps[id] = { outputs, outcome: step.conclusion };
    }
  }

  /** Begins the next step that is not skipped; after the last one the job is complete. */
  #beginNext(place: JobPlace, due: string | undefined) {
    const { job, definition, progress } = place;
    progress.current = undefined;
    for (const [index, step] of job.steps.entries()) {
      if (step.status === 'completed') {
        continue;
      }
      const beginning = this.#beginStep(place, index);
      if (beginning.kind === 'runs') {
        step.status = 'in_progress';
        progress.current = {
          index,
          dueAt: later(this.clock, due, beginning.seconds),
          deadline: later(this.clock, due, MAX_WAIT_SECONDS),
          memory: {},
        };
        return;
      }
      step.status = 'completed';
      step.conclusion = beginning.kind === 'failed' ? 'failure' : 'skipped';
      if (beginning.kind === 'failed') {
        step.message = beginning.message;
        progress.failed = true;
      }
      const id = definition.steps[index - 1]?.id;
      if (id) {
        progress.steps[id] = { outputs: {}, outcome: step.conclusion };
      }
    }
    const conclusion = progress.failed ? 'failure' : 'success';
    conclude(job, conclusion, this.clock.now().toISOString());
  }

  #beginStep({ run, plan, definition, job }: JobPlace, index: number) {
    const step = definition.steps[index - 1];
    if (step) {
      return this.steps.begin({ run, plan, job: definition, definition: step });
    }
    const first = index === 0 && job.steps.length > 1;
    const seconds = first ? SET_UP_SECONDS : COMPLETE_SECONDS;
    return { kind: 'runs' as const, seconds };
  }

  #fail(job: WorkflowJob, message: string) {
    const [first, ...rest] = job.steps;
    Object.assign(first, {
      status: 'completed',
      conclusion: 'failure',
      message,
    });
    for (const step of rest) {
      Object.assign(step, { status: 'completed', conclusion: 'skipped' });
    }
    conclude(job, 'failure', this.clock.now().toISOString());
  }
}

/** Fills the outputs of a job from its steps. */
export function outputsOf(
  definition: JobDefinition,
  context: ExpressionContext,
): Record<string, string> {
  return fillAll(definition.outputs, context);
}

function conclude(
  job: WorkflowJob,
  conclusion: WorkflowJob['conclusion'],
  now: string,
) {
  job.status = 'completed';
  job.conclusion = conclusion;
  job.completedAt = now;
}

/** What of a job this forge does not know; it says so instead of pretending. */
function problemOf(definition: JobDefinition) {
  if (definition.strategy !== undefined) {
    return 'The simulated forge does not know strategy.matrix';
  }
  return definition.uses === undefined
    ? undefined
    : `The simulated forge does not know reusable workflows (${definition.uses})`;
}
