import type { Forge, WorkflowJob, WorkflowRun, World } from '../../world/types';
import { contextOf } from './contextOf';
import { reportJob, summarize } from './reportJob';
import { JobAdvancer, outputsOf, type JobPlace } from './JobAdvancer';
import { StepRunner } from './StepRunner';
import type { RunPlan } from './types';

/** Carries all workflow runs on. A run's plan is there until the run is complete. */
export class RunAdvancer {
  readonly #world: World;
  readonly #forge: Forge;
  readonly #jobs: JobAdvancer;

  constructor(world: World, forge: Forge) {
    this.#world = world;
    this.#forge = forge;
    this.#jobs = new JobAdvancer(world.clock, new StepRunner(world, forge));
  }

  /** A step of the world: advances every run as far as it is due. */
  async step(): Promise<void> {
    for (const plan of this.#world.store.list<RunPlan>('run-plan')) {
      const run = this.#world.store.get<WorkflowRun>('workflow-run', plan.id);
      if (run) {
        await this.#advance(run, plan);
      } else {
        this.#world.store.delete('run-plan', plan.id);
      }
    }
  }

  async #advance(run: WorkflowRun, plan: RunPlan) {
    let changed = true;
    while (changed && run.status !== 'completed') {
      changed = false;
      for (const [index, definition] of plan.workflow.jobs.entries()) {
        const job = run.jobs[index];
        const progress = plan.jobs[definition.key];
        const place = { run, plan, definition, job, progress };
        const before = summarize(job);
        if (await this.#advanceJob(place)) {
          changed = true;
          // The status comes first: when it is cut off here, the next start does both again.
          if (JSON.stringify(before) !== JSON.stringify(summarize(job))) {
            await reportJob(this.#world, this.#forge, run, job);
          }
          this.#save(run, plan);
        }
      }
    }
  }

  /** Answers whether anything changed. */
  async #advanceJob(place: JobPlace): Promise<boolean> {
    const { job, run, plan, definition, progress } = place;
    if (job.status === 'queued') {
      const ready = definition.needs.every(key => isComplete(place, key));
      if (ready) {
        run.status = 'in_progress';
        run.startedAt ??= this.#world.clock.now().toISOString();
        this.#jobs.begin(place, contextOf(this.#world, run, plan, definition));
      }
      return ready;
    }
    if (job.status === 'completed') {
      return false;
    }
    const changed = await this.#jobs.advance(place);
    if (isCompleteJob(job)) {
      const context = contextOf(this.#world, run, plan, definition);
      progress.outputs = outputsOf(definition, context);
    }
    return changed;
  }

  #save(run: WorkflowRun, plan: RunPlan) {
    const { store, clock } = this.#world;
    run.updatedAt = clock.now().toISOString();
    const complete = run.jobs.every(isCompleteJob);
    if (complete) {
      run.status = 'completed';
      run.conclusion = conclusionOf(run);
    }
    store.transaction(() => {
      store.put('workflow-run', plan.id, run);
      if (complete) {
        store.delete('run-plan', plan.id);
      } else {
        store.put('run-plan', plan.id, plan);
      }
    });
  }
}

function isComplete({ run, plan }: JobPlace, key: string) {
  const index = plan.workflow.jobs.findIndex(job => job.key === key);
  return run.jobs[index].status === 'completed';
}

function isCompleteJob(job: WorkflowJob): boolean {
  return job.status === 'completed';
}

function conclusionOf({ jobs }: WorkflowRun): WorkflowRun['conclusion'] {
  if (jobs.some(job => job.conclusion === 'failure')) {
    return 'failure';
  }
  return jobs.every(job => job.conclusion === 'skipped')
    ? 'skipped'
    : 'success';
}
