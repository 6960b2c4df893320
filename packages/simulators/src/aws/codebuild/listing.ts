import { z } from 'zod';
import { pageSize } from '../../http/weather';
import type { World } from '../../world/types';
import { AwsError } from '../AwsError';
import { paginate } from '../paginate';
import { operation } from '../service';
import type { Build, BuildProject } from '../types';
import { buildsOf, requireProject } from './startBuild';

/** Ids and names a page (API reference). */
const PAGE = 100;

/** The API refuses to sort the builds of a project that has more than these. */
const MAX_SORTED_BUILDS = 100;

const sortOrder = z.enum(['ASCENDING', 'DESCENDING']).optional();
const nextToken = z.string().optional();
const sortBy = z.enum(['NAME', 'CREATED_TIME', 'LAST_MODIFIED_TIME']);

export const listProjects = operation(
  z.object({ sortBy: sortBy.optional(), sortOrder, nextToken }),
  ({ world }, input) => {
    const projects = world.store.list<BuildProject>('codebuild-project');
    const key = {
      NAME: (project: BuildProject) => project.name,
      CREATED_TIME: (project: BuildProject) => project.createdAt,
      LAST_MODIFIED_TIME: (project: BuildProject) => project.updatedAt,
    }[input.sortBy ?? 'NAME'];
    projects.sort((one, other) => (key(one) < key(other) ? -1 : 1));
    if (input.sortOrder === 'DESCENDING') {
      projects.reverse();
    }
    const names = projects.map(project => project.name);
    const { page, nextToken: token } = pageOf(world, names, input.nextToken);
    return { projects: page, nextToken: token };
  },
);

/** Newest first by build number. */
export const listBuildsForProject = operation(
  z.object({ projectName: z.string().min(1), sortOrder, nextToken }),
  ({ world }, input) => {
    requireProject(world, input.projectName);
    const ids = buildsOf(world, input.projectName).map(build => build.id);
    if (input.sortOrder && ids.length > MAX_SORTED_BUILDS) {
      throw new AwsError(
        'InvalidInputException',
        `Sort order is not supported for a project with more than ${MAX_SORTED_BUILDS} builds`,
      );
    }
    if (input.sortOrder === 'ASCENDING') {
      ids.reverse();
    }
    const { page, nextToken: token } = pageOf(world, ids, input.nextToken);
    return { ids: page, nextToken: token };
  },
);

export const listBuilds = operation(
  z.object({ sortOrder, nextToken }),
  ({ world }, input) => {
    const builds = world.store.list<Build>('build');
    builds.sort((one, other) => (one.startedAt < other.startedAt ? 1 : -1));
    if (input.sortOrder === 'ASCENDING') {
      builds.reverse();
    }
    const ids = builds.map(build => build.id);
    const { page, nextToken: token } = pageOf(world, ids, input.nextToken);
    return { ids: page, nextToken: token };
  },
);

function pageOf(world: World, items: string[], token: string | undefined) {
  return paginate({
    items,
    keyOf: item => item,
    size: pageSize(world, 'aws', PAGE),
    token,
    invalid: 'InvalidInputException',
  });
}
