import type { Forge, WorkflowRun, World } from '../../world/types';
import { ExpressionError, fillAll, holds } from '../expressions';
import type { JobDefinition, StepDefinition } from '../workflows/parseWorkflow';
import { findAction } from './actions/findAction';
import { StepError, type StepOutcome } from './actions/types';
import { addEnvironment, contextOf } from './contextOf';
import type { RunPlan, StepProgress } from './types';

/** Times that an unexpected error of a step is tried again before the step fails with it. */
const MAX_ERRORS = 5;

/** One step of one job of one run. */
export interface StepPlace {
  run: WorkflowRun;
  plan: RunPlan;
  job: JobDefinition;
  definition: StepDefinition;
}

/** How a step begins: how long it takes, or that it ends at once. */
export type StepBeginning =
  | { kind: 'runs'; seconds: number }
  | { kind: 'skipped' }
  | { kind: 'failed'; message: string };

/** Evaluates what a step says and calls its action. */
export class StepRunner {
  constructor(
    private readonly world: World,
    private readonly forge: Forge,
  ) {}

  begin(place: StepPlace): StepBeginning {
    const { run, plan, job, definition } = place;
    try {
      const context = contextOf(this.world, run, plan, job);
      // What a job needs was decided when the job began; within it only its own steps count.
      context.failed = plan.jobs[job.key].failed;
      addEnvironment(context, definition.env);
      if (!holds(definition.if, context)) {
        return { kind: 'skipped' };
      }
      return { kind: 'runs', seconds: findAction(definition).seconds };
    } catch (error) {
      return { kind: 'failed', message: messageOf(error) };
    }
  }

  async run(
    place: StepPlace,
    {
      index,
      memory,
      expired,
    }: Pick<StepProgress, 'index' | 'memory'> & { expired: boolean },
  ): Promise<StepOutcome> {
    const { run, plan, job, definition } = place;
    try {
      const context = contextOf(this.world, run, plan, job);
      addEnvironment(context, definition.env);
      return await findAction(definition).run({
        world: this.world,
        forge: this.forge,
        run,
        workflow: plan.workflow,
        job,
        progress: plan.jobs[job.key],
        ref: plan.ref,
        inputs: fillAll(definition.with, context),
        memory,
        expired,
        key: keyOf(place, index),
      });
    } catch (error) {
      const errors = Number(memory.errors ?? 0) + 1;
      memory.errors = String(errors);
      const expected =
        error instanceof StepError || error instanceof ExpressionError;
      const message = messageOf(error);
      if (expected || errors >= MAX_ERRORS) {
        return { kind: 'failed', message };
      }
      this.world.log(`step ${plan.id}/${job.key}/${index}: ${message}`);
      return { kind: 'waiting', message: `Trying again: ${message}` };
    }
  }
}

/** Names a step of one attempt, so that running again starts a build of its own. */
function keyOf({ run, plan, job }: StepPlace, index: number): string {
  const again = run.attempt ? `/${run.attempt}` : '';
  return `${plan.id}/${job.key}/${index}${again}`;
}

function messageOf(error: unknown) {
  return error instanceof Error ? error.message : String(error);
}
