import { startBuild } from '../../../aws/codebuild/startBuild';
import type { Build, BuildProject } from '../../../aws/types';
import {
  requireInput,
  StepError,
  type StepAction,
  type StepCall,
} from './types';

/** `aws-actions/aws-codebuild-run-build`: starts a build of the run's commit and waits for it. */
export const runBuild: StepAction = {
  seconds: 0.5,
  run(call) {
    const project = requireInput(call, 'project-name');
    if (!call.progress.role) {
      throw new StepError(
        'Could not load credentials from any providers: configure AWS credentials in this job first',
      );
    }
    const build = call.memory.build
      ? call.world.store.get<Build>('build', call.memory.build)
      : start(call, project);
    if (!build) {
      const message = `Project ${project} cannot be found in AWS CodeBuild: its infra-terraform pull request is not merged yet`;
      if (call.expired) {
        throw new StepError(message);
      }
      return { kind: 'waiting', message: `Waiting: ${message}` };
    }
    call.memory.build = build.id;
    return outcomeOf(build);
  },
};

function start(call: StepCall, project: string): Build | undefined {
  if (!call.world.store.get<BuildProject>('codebuild-project', project)) {
    return undefined;
  }
  return startBuild(call.world, {
    project,
    sourceVersion: call.inputs['source-version-override'] || call.run.sha,
    initiator: `GitHub-Actions/${call.progress.role!.split('/').pop()}`,
    idempotencyToken: call.key,
  });
}

function outcomeOf(build: Build) {
  const name = `Build ${build.id}`;
  if (build.status === 'IN_PROGRESS') {
    const phase = build.phases[build.phases.length - 1].name;
    return { kind: 'waiting' as const, message: `${name}: ${phase}` };
  }
  if (build.status !== 'SUCCEEDED') {
    const failed = build.phases.find(phase => phase.context);
    const reason = failed ? `: ${failed.name}: ${failed.context?.message}` : '';
    throw new StepError(`${name} ended ${build.status}${reason}`);
  }
  const outputs = { 'aws-build-id': build.id };
  return { kind: 'done' as const, message: `${name} succeeded`, outputs };
}
