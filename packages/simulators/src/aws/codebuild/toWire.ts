import type { World } from '../../world/types';
import { arnOf, REGION } from '../account';
import { epochSeconds } from '../service';
import type { Build, BuildPhase, BuildProject } from '../types';

/** A build as BatchGetBuilds, StartBuild, RetryBuild and StopBuild answer it. */
export function toBuild(
  world: Pick<World, 'store' | 'addresses'>,
  build: Build,
) {
  const project = world.store.get<BuildProject>(
    'codebuild-project',
    build.project,
  );
  return {
    id: build.id,
    arn: arnOf('codebuild', `build/${build.id}`),
    buildNumber: build.number,
    startTime: epochSeconds(build.startedAt),
    endTime: epochSeconds(build.endedAt),
    currentPhase: build.phases[build.phases.length - 1].name,
    buildStatus: build.status,
    buildComplete: build.status !== 'IN_PROGRESS',
    sourceVersion: build.sourceVersion,
    resolvedSourceVersion: build.revision,
    projectName: build.project,
    phases: build.phases.map(toPhase),
    initiator: build.initiator,
    exportedEnvironmentVariables: build.exportedVariables,
    reportArns: build.reports,
    logs: toLogs(build, project),
    queuedTimeoutInMinutes: 480,
    ...(project && projectPart(world, project)),
  };
}

/** A project as BatchGetProjects answers it. */
export function toProject(
  world: Pick<World, 'addresses'>,
  project: BuildProject,
) {
  return {
    name: project.name,
    arn: project.arn,
    description: project.description,
    created: epochSeconds(project.createdAt),
    lastModified: epochSeconds(project.updatedAt),
    tags: Object.entries(project.tags).map(([key, value]) => ({ key, value })),
    badge: { badgeEnabled: false },
    queuedTimeoutInMinutes: 480,
    ...projectPart(world, project),
  };
}

function projectPart(world: Pick<World, 'addresses'>, project: BuildProject) {
  const forge = world.addresses.get('github') ?? 'http://localhost';
  return {
    source: {
      type: 'GITHUB',
      location: `${forge}/shopstack/${project.repository}.git`,
      gitCloneDepth: 1,
      buildspec: project.buildspec,
      reportBuildStatus: true,
    },
    artifacts: { type: 'NO_ARTIFACTS' },
    cache: { type: 'LOCAL', modes: ['LOCAL_DOCKER_LAYER_CACHE'] },
    environment: {
      type: 'LINUX_CONTAINER',
      image: project.image,
      computeType: project.computeType,
      privilegedMode: true,
      environmentVariables: project.environmentVariables,
    },
    serviceRole: project.roleArn,
    timeoutInMinutes: project.timeoutInMinutes,
    encryptionKey: arnOf('kms', 'alias/aws/s3'),
  };
}

function toPhase(phase: BuildPhase) {
  const { endedAt, context } = phase;
  const duration =
    endedAt && (Date.parse(endedAt) - Date.parse(phase.startedAt)) / 1000;
  return {
    phaseType: phase.name,
    phaseStatus: phase.status,
    startTime: epochSeconds(phase.startedAt),
    endTime: epochSeconds(endedAt),
    durationInSeconds:
      duration === undefined ? undefined : Math.round(Number(duration)),
    contexts: context
      ? [{ statusCode: context.code, message: context.message }]
      : undefined,
  };
}

/** Null until PROVISIONING, as in CodeBuild: only then is there a stream. */
function toLogs(
  { project: name, logStream }: Build,
  project: BuildProject | undefined,
) {
  if (!logStream) {
    return undefined;
  }
  if (project?.logsBucket) {
    const object = `${project.logsBucket}/${logStream}.gz`;
    return {
      s3DeepLink: `https://s3.console.aws.amazon.com/s3/object/${object}?region=${REGION}`,
      s3LogsArn: `arn:aws:s3:::${object}`,
      cloudWatchLogs: { status: 'DISABLED' },
      s3Logs: { status: 'ENABLED', location: project.logsBucket },
    };
  }
  const groupName = `/aws/codebuild/${name}`;
  const console = `https://console.aws.amazon.com/cloudwatch/home?region=${REGION}`;
  return {
    groupName,
    streamName: logStream,
    deepLink: `${console}#logEvent:group=${groupName};stream=${logStream}`,
    cloudWatchLogsArn: arnOf(
      'logs',
      `log-group:${groupName}:log-stream:${logStream}`,
    ),
    cloudWatchLogs: { status: 'ENABLED' },
    s3Logs: { status: 'DISABLED' },
  };
}
