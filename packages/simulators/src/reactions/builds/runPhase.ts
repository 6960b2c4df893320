import { ACCOUNT_ID, REGISTRY } from '../../aws/account';
import type { Build, BuildProject, BuildPhaseName } from '../../aws/types';
import type { BuildReader } from './BuildReader';
import { openSource, type BuildSource } from './BuildSource';
import {
  BuildspecError,
  DOCKER_BUILD,
  DOCKER_PUSH,
  parseBuildspec,
  type Buildspec,
} from './buildspec';
import { dockerBuildLog, dockerPushLog, hasBaseImage } from './dockerLog';
import { CONTAINER, type PhaseResult } from './types';

type CommandPhase = keyof Buildspec['commands'];

const NOTHING: PhaseResult = { lines: [] };

/** Works out what a phase of a build prints and how it ends, from the files of the commit. Changes nothing. */
export async function runPhase(
  reader: BuildReader,
  project: BuildProject,
  build: Build,
  phase: BuildPhaseName,
): Promise<PhaseResult> {
  switch (phase) {
    case 'DOWNLOAD_SOURCE':
      return await downloadSource(reader, project, build);
    case 'INSTALL':
    case 'PRE_BUILD':
    case 'BUILD':
    case 'POST_BUILD':
      return await runCommands(reader, project, build, phase);
    case 'UPLOAD_ARTIFACTS':
      return await uploadArtifacts(reader, project, build);
    default:
      return NOTHING;
  }
}

async function uploadArtifacts(
  reader: BuildReader,
  project: BuildProject,
  build: Build,
): Promise<PhaseResult> {
  const source = await openSource(reader, project, build);
  const text = await source?.buildspec();
  const reports = text === undefined ? [] : parseBuildspec(text).reports;
  return {
    reports,
    lines: [
      ...reports.map(({ name }) => `${CONTAINER}Uploading report ${name}`),
      `${CONTAINER}Phase complete: UPLOAD_ARTIFACTS State: SUCCEEDED`,
    ],
  };
}

async function downloadSource(
  reader: BuildReader,
  project: BuildProject,
  build: Build,
): Promise<PhaseResult> {
  const lines = [
    `${CONTAINER}Running on CodeBuild On-demand`,
    `${CONTAINER}Waiting for agent ping`,
    `${CONTAINER}Phase is DOWNLOAD_SOURCE`,
  ];
  const source = await openSource(reader, project, build);
  if (!source) {
    const message = `reference not found for primary source and source version ${build.sourceVersion}`;
    return { lines, failure: { code: 'CLIENT_ERROR', message } };
  }
  const { revision } = source;
  const text = await source.buildspec();
  const place = `/codebuild/output/src/${project.repository}/${project.buildspec}`;
  lines.push(
    `${CONTAINER}CODEBUILD_SRC_DIR=/codebuild/output/src/${project.repository}`,
    `${CONTAINER}YAML location is ${place}`,
  );
  const problem =
    text === undefined
      ? `stat ${place}: no such file or directory`
      : problemOf(text);
  if (problem) {
    const failure = { code: 'YAML_FILE_ERROR', message: problem };
    return { lines, revision, failure };
  }
  lines.push(
    `${CONTAINER}Processing environment variables`,
    `${CONTAINER}Phase complete: DOWNLOAD_SOURCE State: SUCCEEDED`,
    `${CONTAINER}Phase context status code:  Message: `,
  );
  return { lines, revision };
}

function problemOf(buildspec: string) {
  try {
    parseBuildspec(buildspec);
    return undefined;
  } catch (error) {
    if (error instanceof BuildspecError) {
      return error.message;
    }
    throw error;
  }
}

async function runCommands(
  reader: BuildReader,
  project: BuildProject,
  build: Build,
  phase: CommandPhase,
): Promise<PhaseResult> {
  const source = await openSource(reader, project, build);
  const text = await source?.buildspec();
  if (!source || text === undefined) {
    const message = 'the source of this build is gone';
    return { lines: [], failure: { code: 'CLIENT_ERROR', message } };
  }
  const buildspec = parseBuildspec(text);
  const result: PhaseResult = {
    lines: [`${CONTAINER}Entering phase ${phase}`],
  };
  for (const command of buildspec.commands[phase]) {
    result.lines.push(`${CONTAINER}Running command ${command.trim()}`);
    const failed = await runCommand(
      reader,
      source,
      build,
      buildspec,
      command,
      result,
    );
    if (failed) {
      result.lines.push(
        `${CONTAINER}Command did not exit successfully ${command.trim()} exit status 1`,
      );
      const message = `Error while executing command: ${command.trim()}. Reason: exit status 1`;
      result.failure = { code: 'COMMAND_EXECUTION_ERROR', message };
      break;
    }
  }
  const state = result.failure ? 'FAILED' : 'SUCCEEDED';
  const { code = '', message = '' } = result.failure ?? {};
  result.lines.push(
    `${CONTAINER}Phase complete: ${phase} State: ${state}`,
    `${CONTAINER}Phase context status code: ${code} Message: ${message}`,
  );
  return result;
}

/** Answers whether the command failed. Commands that are not docker's do nothing here. */
async function runCommand(
  reader: BuildReader,
  source: BuildSource,
  build: Build,
  buildspec: Buildspec,
  command: string,
  result: PhaseResult,
): Promise<boolean> {
  if (/\bdocker\s+login\b/.test(command)) {
    result.lines.push('Login Succeeded');
  }
  const imageRepository = source.imageRepository(buildspec.variables);
  const imageUri = `${REGISTRY}/${imageRepository}:${source.revision}`;
  if (DOCKER_BUILD.test(command)) {
    const dockerfile = await source.dockerfile();
    if (dockerfile === undefined || !hasBaseImage(dockerfile)) {
      result.lines.push(
        dockerfile === undefined
          ? 'ERROR: failed to solve: failed to read dockerfile: open Dockerfile: no such file or directory'
          : 'ERROR: failed to solve: dockerfile parse error: no build stage in current context',
      );
      return true;
    }
    const { failed } = source;
    result.lines.push(...dockerBuildLog(dockerfile, imageUri, failed));
    if (failed) {
      return true;
    }
  }
  return DOCKER_PUSH.test(command)
    ? await push(reader, source, build, buildspec, imageRepository, result)
    : false;
}

async function push(
  reader: BuildReader,
  source: BuildSource,
  build: Build,
  buildspec: Buildspec,
  repository: string,
  result: PhaseResult,
): Promise<boolean> {
  const { revision } = source;
  const imageUri = `${REGISTRY}/${repository}:${revision}`;
  const built =
    Object.values(buildspec.commands)
      .flat()
      .some(each => DOCKER_BUILD.test(each)) &&
    !build.phases.some(each => each.status === 'FAILED');
  if (!built) {
    result.lines.push(
      `An image does not exist locally with the tag: ${imageUri}`,
    );
    return true;
  }
  if (!reader.hasRegistry(repository)) {
    result.lines.push(
      `name unknown: The repository with name '${repository}' does not exist in the registry with id '${ACCOUNT_ID}'`,
    );
    return true;
  }
  const digest = await source.digest(repository);
  result.lines.push(...dockerPushLog(imageUri, digest));
  result.push = { repository, revision, digest };
  const values = {
    IMAGE_URI: imageUri,
    IMAGE_DIGEST: digest,
    IMAGE_TAG: revision,
  };
  result.exportedVariables = Object.entries(values)
    .filter(([name]) => buildspec.exportedVariables.includes(name))
    .map(([name, value]) => ({ name, value }));
  return false;
}
