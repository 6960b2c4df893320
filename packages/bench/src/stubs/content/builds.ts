import { createHash } from 'node:crypto';
import { account, region } from '../settings';

/** 2026-01-01, in seconds. */
const beginning = 1_767_225_600;
const hour = 3600;

/** How many builds a project has: its name says it, `p40-anything` has 40. */
export function buildCount(project: string): number | undefined {
  const count = /^p(\d+)-/.exec(project)?.[1];
  return count === undefined ? undefined : Number(count);
}

const arn = (resource: string) =>
  `arn:aws:codebuild:${region}:${account}:${resource}`;

export const projectArn = (project: string) => arn(`project/${project}`);

/** The id of a build; its last part is the number. */
export const buildId = (project: string, number: number) =>
  `${project}:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** The ids of a project, newest first, as `ListBuildsForProject` answers them. */
export const buildIds = (project: string, count: number) =>
  Array.from({ length: count }, (_, index) => buildId(project, count - index));

/** Builds of different projects lie between each other in time. */
const shiftOf = (project: string) =>
  createHash('sha1').update(project).digest().readUInt16BE() % hour;

export function makeProject(name: string) {
  return {
    name,
    arn: projectArn(name),
    source: {
      type: 'GITHUB',
      location: 'https://github.example/shopstack/apps-sre.git',
    },
    artifacts: { type: 'NO_ARTIFACTS' },
    environment: {
      type: 'LINUX_CONTAINER',
      image: 'aws/codebuild/standard:7.0',
      computeType: 'BUILD_GENERAL1_SMALL',
      environmentVariables: [],
    },
    timeoutInMinutes: 60,
    created: beginning,
    lastModified: beginning,
    tags: [{ key: 'service', value: name }],
  };
}

/** One build as `BatchGetBuilds` tells it, or undefined for an id that no project has. */
export function makeBuild(id: string) {
  const [project, tail] = id.split(':');
  const number = Number(tail?.slice(-12));
  if (!(number >= 1 && number <= (buildCount(project) ?? 0))) return undefined;
  const startTime = beginning + number * hour + shiftOf(project);
  const commit = createHash('sha1').update(id).digest('hex');
  return {
    id,
    arn: arn(`build/${id}`),
    projectName: project,
    buildNumber: number,
    buildStatus: number % 7 === 0 ? 'FAILED' : 'SUCCEEDED',
    buildComplete: true,
    currentPhase: 'COMPLETED',
    startTime,
    endTime: startTime + 200,
    sourceVersion: 'refs/heads/main',
    resolvedSourceVersion: commit,
    initiator: 'GitHub-Hookshot/bench',
    source: { type: 'GITHUB', location: makeProject(project).source.location },
    phases: ['PROVISIONING', 'INSTALL', 'BUILD', 'POST_BUILD'].map(
      phaseType => ({
        phaseType,
        phaseStatus: 'SUCCEEDED',
        startTime,
        durationInSeconds: 50,
      }),
    ),
    logs: {
      groupName: `/aws/codebuild/${project}`,
      streamName: id.split(':')[1],
    },
    exportedEnvironmentVariables: [
      { name: 'IMAGE_DIGEST', value: `sha256:${commit.padEnd(64, '0')}` },
    ],
  };
}
