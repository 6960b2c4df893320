import type { IamRole } from '../../../aws/types';
import {
  requireInput,
  StepError,
  type StepAction,
  type StepCall,
} from './types';

/** `aws-actions/configure-aws-credentials`: takes an AWS role with the token that the forge signs for the run. */
export const configureCredentials: StepAction = {
  seconds: 0.5,
  run(call) {
    const arn = requireInput(call, 'role-to-assume');
    if (!hasIdToken(call)) {
      throw new StepError(
        "Credentials could not be loaded: the job has no permission 'id-token: write'",
      );
    }
    const role = call.world.store
      .list<IamRole>('iam-role')
      .find(candidate => candidate.arn === arn);
    const subject = subjectOf(call);
    if (!role) {
      throw new StepError(
        `Could not assume role with OIDC: the role ${arn} does not exist; is the infra-terraform pull request merged?`,
      );
    }
    if (!role.trust.subjects.includes(subject)) {
      throw new StepError(
        `Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity as ${subject}`,
      );
    }
    call.progress.role = arn;
    return { kind: 'done', message: `Assumed ${arn} as ${subject}` };
  },
};

/** The `sub` of the token, as GitHub writes it. */
function subjectOf({ run, ref }: StepCall) {
  const what = run.event === 'pull_request' ? 'pull_request' : `ref:${ref}`;
  return `repo:shopstack/${run.repository}:${what}`;
}

/** Permissions of the job, or of the workflow where the job says nothing. */
function hasIdToken({ workflow, job }: StepCall) {
  const permissions = job.permissions ?? workflow.permissions;
  return typeof permissions === 'object'
    ? permissions['id-token'] === 'write'
    : permissions === 'write-all';
}
