import type {
  Build,
  BuildPhase,
  BuildStatus,
} from '@shopstack/plugin-builds-common';
import type { AwsArn } from '@shopstack/plugin-kit-node';
import { commitUrl, fullSha } from '../shared/commitUrl';
import { secondsBetween } from '../shared/secondsBetween';
import type { WireBuild } from './wire';

const STATUSES: Record<string, BuildStatus> = {
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
  FAULT: 'fault',
  IN_PROGRESS: 'in-progress',
  STOPPED: 'stopped',
  TIMED_OUT: 'timed-out',
  CLIENT_ERROR: 'fault',
  QUEUED: 'queued',
};

const CONSOLES: Record<string, string> = {
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
};

/** Enough for the message of a failed command; the rest is in the log. */
const LONGEST_MESSAGE = 1_000;

/** One build of the project `arn` in the words of the portal. */
export function toBuild(build: WireBuild, arn: AwsArn): Build {
  const commit = fullSha(build.resolvedSourceVersion);
  return {
    id: build.id,
    executor: 'aws-codebuild',
    project: arn.resource,
    number: build.buildNumber,
    status: toStatus(build),
    branch: toBranch(build.sourceVersion),
    commit,
    commitUrl: commitUrl(build.source?.location, commit),
    initiator: build.initiator,
    trigger: toTrigger(build.initiator),
    startedAt: build.startTime?.toISOString(),
    finishedAt: build.endTime?.toISOString(),
    durationSeconds: secondsBetween(build.startTime, build.endTime),
    phases: toPhases(build),
    ...toImage(build),
    url: consoleUrl(build.id, arn),
  };
}

function toStatus({ buildStatus, currentPhase }: WireBuild): BuildStatus {
  const status = STATUSES[buildStatus ?? ''] ?? 'fault';
  const waits = currentPhase === 'SUBMITTED' || currentPhase === 'QUEUED';
  return status === 'in-progress' && waits ? 'queued' : status;
}

/** `COMPLETED` only marks the end. A phase without a status is the one that runs. */
function toPhases({ phases, buildStatus }: WireBuild): BuildPhase[] {
  const running = buildStatus === 'IN_PROGRESS' ? 'in-progress' : 'stopped';
  return (phases ?? [])
    .filter(phase => phase.phaseType && phase.phaseType !== 'COMPLETED')
    .map(phase => ({
      name: phase.phaseType ?? '',
      status: STATUSES[phase.phaseStatus ?? ''] ?? running,
      durationSeconds: phase.durationInSeconds,
      message:
        phase.contexts
          ?.map(context => context.message?.trim())
          .filter(Boolean)
          .join('\n')
          .slice(0, LONGEST_MESSAGE) || undefined,
    }));
}

/** Only these two variables leave the backend, and only when they look as they should. */
function toImage({
  exportedEnvironmentVariables,
}: WireBuild): Pick<Build, 'imageDigest' | 'imageUri'> {
  const value = (name: string, shape: RegExp) => {
    const found = exportedEnvironmentVariables?.find(
      variable => variable.name === name,
    )?.value;
    return found !== undefined && shape.test(found) ? found : undefined;
  };
  return {
    imageDigest: value('IMAGE_DIGEST', /^sha256:[0-9a-f]{64}$/),
    imageUri: value('IMAGE_URI', /^[a-zA-Z0-9][a-zA-Z0-9._:/@-]{0,500}$/),
  };
}

/** A source version is a commit, a pull request (`pr/7`), a tag or a branch. */
function toBranch(sourceVersion: string | undefined): string | undefined {
  const branch = sourceVersion?.replace(/^refs\/heads\//, '').split('^{')[0];
  return branch && !fullSha(branch) ? branch : undefined;
}

function toTrigger(initiator: string | undefined): string | undefined {
  if (!initiator) return undefined;
  if (/hookshot/i.test(initiator)) return 'webhook';
  if (initiator.startsWith('codepipeline/')) return 'codepipeline';
  return initiator.startsWith('rule/') ? 'schedule' : undefined;
}

function consoleUrl(
  id: string,
  { partition, region, accountId, resource }: AwsArn,
): string {
  const host = `${region}.${CONSOLES[partition] ?? 'console.aws.amazon.com'}`;
  const path = ['projects', resource, 'build', id].map(encodeURIComponent);
  return `https://${host}/codesuite/codebuild/${accountId}/${path.join('/')}?region=${region}`;
}
