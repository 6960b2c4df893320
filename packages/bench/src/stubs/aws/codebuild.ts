import {
  buildCount,
  buildIds,
  makeBuild,
  makeProject,
} from '../content/builds';
import { type AwsService, page } from './AwsOperation';

/** Ids in one answer, and ids or names in one request (API reference). */
const largestPage = 100;

const source = 'codebuild';
const fits = (list: unknown) =>
  Array.isArray(list) && list.length > 0 && list.length <= largestPage;

function batchGetProjects({ names }: any) {
  if (!fits(names)) return undefined;
  const exists = (name: string) => buildCount(name) !== undefined;
  return {
    projects: names.filter(exists).map(makeProject),
    projectsNotFound: names.filter((name: string) => !exists(name)),
  };
}

function listBuildsForProject({ projectName, nextToken, sortOrder }: any) {
  const count = buildCount(projectName);
  // Above a hundred builds AWS refuses to be told an order.
  if (count === undefined || (sortOrder && count > largestPage)) {
    return undefined;
  }
  const ids = buildIds(projectName, count);
  const { items, ...rest } = page(ids, largestPage, nextToken);
  return { ids: items, ...rest };
}

function batchGetBuilds({ ids }: any) {
  if (!fits(ids)) return undefined;
  const builds = ids.map(makeBuild);
  return {
    builds: builds.filter(Boolean),
    buildsNotFound: ids.filter((_: string, index: number) => !builds[index]),
  };
}

/** AWS CodeBuild, as far as a list of builds has a reason to ask it. */
export const codebuild: AwsService = {
  target: 'CodeBuild_20161006',
  operations: {
    BatchGetProjects: {
      source,
      subject: ({ names }) => String(names),
      answer: batchGetProjects,
    },
    ListBuildsForProject: {
      source,
      subject: ({ projectName, nextToken = '0' }) =>
        `${projectName} ${nextToken}`,
      answer: listBuildsForProject,
    },
    BatchGetBuilds: {
      source,
      subject: ({ ids }) => String(ids),
      answer: batchGetBuilds,
    },
  },
};
