import type {
  Build,
  BuildDetails,
  BuildPhase,
  BuildStatus,
} from '@shopstack/plugin-builds-common';
import type { AwsArn, AwsConsoleAccess } from '@shopstack/plugin-kit-node';
import type { ProjectFacts, ReadBuild } from '../../service/ExecutorProject';
import { commitUrl, fullSha } from '../shared/commitUrl';
import { secondsBetween } from '../shared/secondsBetween';
import { webUrl } from '../shared/webUrl';
import { buildUrl } from './consoleUrls';
import { codeBuildKey } from './projectKey';
import type { CodeBuildMemo, WireBuild, WireProject } from './wire';

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

/** Enough for the message of a failed command; the rest is in the log. */
const LONGEST_MESSAGE = 1_000;

/** Exported values are names of images and the like. */
const LONGEST_VALUE = 1_000;

/** A build of the project `arn` in the words of the portal, with what is needed to read more of it. */
export function toReadBuild(
  wire: WireBuild,
  arn: AwsArn,
  options: AwsConsoleAccess & { exportedVariables: readonly string[] },
): ReadBuild {
  const build = toBuild(wire, arn, options);
  const runs = build.status === 'in-progress' || build.status === 'queued';
  const memo: CodeBuildMemo = {
    logGroup: wire.logs?.groupName,
    logStream: wire.logs?.streamName,
    reportArns: wire.reportArns ?? [],
  };
  return {
    build,
    // A status that is not known may be one of a build that runs.
    over:
      !runs &&
      (STATUSES[wire.buildStatus ?? ''] !== undefined ||
        wire.buildComplete === true),
    variables: toVariables(wire, options.exportedVariables),
    log: toLog(wire),
    memo,
  };
}

function toBuild(
  build: WireBuild,
  arn: AwsArn,
  options: AwsConsoleAccess,
): Build {
  const commit = fullSha(build.resolvedSourceVersion);
  return {
    id: build.id,
    executor: 'aws-codebuild',
    projectKey: codeBuildKey(arn.arn),
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
    url: buildUrl(arn, build.id, options),
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
      startedAt: phase.startTime?.toISOString(),
      durationSeconds: phase.durationInSeconds,
      message:
        phase.contexts
          ?.map(context => context.message?.trim())
          .filter(Boolean)
          .join('\n')
          .slice(0, LONGEST_MESSAGE) || undefined,
    }));
}

/** The variables by which a build is joined to its image, only when they look as they should. */
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

/** What can be done at a project: what a pipeline builds only the pipeline starts. */
export function toFacts({ source, sourceVersion }: WireProject): ProjectFacts {
  return {
    actions:
      source?.type === 'CODEPIPELINE' ? ['stop'] : ['start', 'retry', 'stop'],
    defaultBranch: toBranch(sourceVersion),
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

/** Exported variables that the configuration names; values of the build's environment are not even read. */
function toVariables(
  { exportedEnvironmentVariables = [] }: WireBuild,
  allowed: readonly string[],
): BuildDetails['variables'] {
  return exportedEnvironmentVariables.flatMap(({ name, value }) =>
    name !== undefined && value !== undefined && allowed.includes(name)
      ? [{ name, value: value.slice(0, LONGEST_VALUE) }]
      : [],
  );
}

/** There is no stream before the build is provisioned, and none where the project only writes to S3. */
function toLog({ logs }: WireBuild): BuildDetails['log'] {
  if (logs?.groupName && logs.streamName) {
    return { kind: 'stream', url: webUrl(logs.deepLink) };
  }
  const url = webUrl(logs?.s3DeepLink);
  return logs?.s3Logs?.status === 'ENABLED' && url
    ? { kind: 'external', url }
    : { kind: 'none' };
}
