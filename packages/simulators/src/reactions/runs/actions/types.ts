import type { Forge, WorkflowRun, World } from '../../../world/types';
import type {
  JobDefinition,
  WorkflowDefinition,
} from '../../workflows/parseWorkflow';
import type { JobProgress } from '../types';

/** What a step is run with. */
export interface StepCall {
  world: World;
  forge: Forge;
  run: WorkflowRun;
  workflow: WorkflowDefinition;
  job: JobDefinition;
  progress: JobProgress;
  /** `github.ref` of the run. */
  ref: string;
  /** `with`, with its expressions filled. */
  inputs: Record<string, string>;
  /** Kept from call to call of a step that waits. */
  memory: Record<string, string>;
  /** The step waited as long as a step may. */
  expired: boolean;
  /** Names this step among all steps of all runs. */
  key: string;
}

export type StepOutcome =
  | { kind: 'done'; message?: string; outputs?: Record<string, string> }
  | { kind: 'failed'; message: string }
  /** Not yet: call again. The message is shown meanwhile. */
  | { kind: 'waiting'; message: string };

/** What a `uses` or a `run` does. */
export interface StepAction {
  /** How long it takes before it is called, at normal pace. */
  seconds: number;
  run(call: StepCall): StepOutcome | Promise<StepOutcome>;
}

/** Ends a step as failed, with the message for a person. */
export class StepError extends Error {
  override readonly name = 'StepError';
}

/** Reads an input that must be there; a missing one ends the step. */
export function requireInput(call: StepCall, name: string): string {
  const value = call.inputs[name];
  if (!value) {
    throw new StepError(`Input required and not supplied: ${name}`);
  }
  return value;
}
