import { z } from 'zod';
import { AwsError } from '../AwsError';
import { operation, type AwsService, type Caller } from '../service';
import type { Build, BuildProject } from '../types';
import { listBuilds, listBuildsForProject, listProjects } from './listing';
import {
  batchGetReports,
  describeCodeCoverages,
  describeTestCases,
} from './reports';
import { startBuild } from './startBuild';
import { stopBuild } from './stopBuild';
import { toBuild, toProject } from './toWire';

/** Ids or names in one request (API reference; the quota "concurrent request for information about builds"). */
const MAX_BATCH = 100;

const batchGetProjects = operation(
  z.object({ names: z.array(z.string().min(1)).min(1).max(MAX_BATCH) }),
  ({ world }, { names }) => {
    const found = names.map(name =>
      world.store.get<BuildProject>(
        'codebuild-project',
        name.replace(/^arn:.*:project\//, ''),
      ),
    );
    return {
      projects: found.flatMap(project =>
        project ? [toProject(world, project)] : [],
      ),
      projectsNotFound: names.filter((_name, index) => !found[index]),
    };
  },
);

const batchGetBuilds = operation(
  z.object({ ids: z.array(z.string().min(1)).min(1).max(MAX_BATCH) }),
  ({ world }, { ids }) => {
    const found = ids.map(id =>
      world.store.get<Build>('build', id.replace(/^arn:.*:build\//, '')),
    );
    return {
      builds: found.flatMap(build => (build ? [toBuild(world, build)] : [])),
      buildsNotFound: ids.filter((_id, index) => !found[index]),
    };
  },
);

/** Only the source version can be set here: the simulated project runs the buildspec of the repository and nothing else. */
const start = operation(
  z.strictObject({
    projectName: z.string().min(1),
    sourceVersion: z.string().min(1).optional(),
    idempotencyToken: z.string().min(1).optional(),
  }),
  ({ world, caller }, input) => {
    const build = startBuild(world, {
      project: input.projectName,
      sourceVersion: input.sourceVersion,
      idempotencyToken: input.idempotencyToken,
      initiator: initiatorOf(caller),
    });
    return { build: toBuild(world, build) };
  },
);

const retry = operation(
  z.object({
    id: z.string().min(1),
    idempotencyToken: z.string().min(1).optional(),
  }),
  ({ world, caller }, { id, idempotencyToken }) => {
    const build = world.store.get<Build>('build', id);
    if (!build) {
      throw new AwsError(
        'ResourceNotFoundException',
        `Build cannot be found: ${id}`,
      );
    }
    if (build.status === 'IN_PROGRESS') {
      throw new AwsError(
        'InvalidInputException',
        `Build ${id} is in progress and cannot be retried`,
      );
    }
    const again = startBuild(world, {
      project: build.project,
      sourceVersion: build.revision ?? build.sourceVersion,
      idempotencyToken,
      initiator: initiatorOf(caller),
    });
    return { build: toBuild(world, again) };
  },
);

const stop = operation(
  z.object({ id: z.string().min(1) }),
  ({ world }, { id }) => ({ build: toBuild(world, stopBuild(world, id)) }),
);

/** AWS CodeBuild, as far as the portal calls it. */
export const codebuildService: AwsService = {
  target: 'CodeBuild_20161006',
  signingName: 'codebuild',
  invalidInput: 'InvalidInputException',
  operations: {
    ListProjects: listProjects,
    BatchGetProjects: batchGetProjects,
    ListBuilds: listBuilds,
    ListBuildsForProject: listBuildsForProject,
    BatchGetBuilds: batchGetBuilds,
    StartBuild: start,
    RetryBuild: retry,
    StopBuild: stop,
    BatchGetReports: batchGetReports,
    DescribeTestCases: describeTestCases,
    DescribeCodeCoverages: describeCodeCoverages,
  },
};

/** As CodeBuild writes it: the user's name, or the role and the session. */
function initiatorOf({ arn }: Caller) {
  return arn.replace(/^[^/]*\//, '');
}
