import type { StepDefinition } from '../../workflows/parseWorkflow';
import { bumpImage } from './bumpImage';
import { configureCredentials } from './configureCredentials';
import { runBuild } from './runBuild';
import { StepError, type StepAction } from './types';

/** Actions that only prepare something: nothing in this world depends on what they would do. Seconds at normal pace. */
const PREPARING: Record<string, number> = {
  'actions/checkout': 0.5,
  'actions/setup-node': 0.6,
  'actions/setup-python': 0.6,
  'actions/cache': 0.3,
  'actions/upload-artifact': 0.3,
  'actions/download-artifact': 0.3,
  'hashicorp/setup-terraform': 0.4,
  'aws-actions/amazon-ecr-login': 0.4,
};

const ACTIONS: Record<string, StepAction> = {
  'aws-actions/configure-aws-credentials': configureCredentials,
  'aws-actions/aws-codebuild-run-build': runBuild,
  './.github/actions/bump-image': bumpImage,
};

const COMMAND_SECONDS = 0.8;

/**
 * What a step does. Commands of `run` are not executed.
 *
 * @throws StepError for an action that this world does not know: it says so instead of pretending
 */
export function findAction({ uses, run }: StepDefinition): StepAction {
  if (uses === undefined) {
    const message = `Not executed here: ${run?.trim().split('\n').join('; ')}`;
    return { seconds: COMMAND_SECONDS, run: () => ({ kind: 'done', message }) };
  }
  const local = uses.startsWith('./');
  const name = local ? uses.replace(/\/$/, '') : uses.split('@')[0];
  if (!local && !/^[\w.-]+\/[\w./-]+@[\w./-]+$/.test(uses)) {
    throw new StepError(`Expected '${uses}' to be <owner>/<repository>@<ref>`);
  }
  if (Object.hasOwn(ACTIONS, name)) {
    return ACTIONS[name];
  }
  if (Object.hasOwn(PREPARING, name)) {
    return { seconds: PREPARING[name], run: () => ({ kind: 'done' }) };
  }
  throw new StepError(`The simulated forge does not know the action '${uses}'`);
}
