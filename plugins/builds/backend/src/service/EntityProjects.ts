import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { BuildId } from '@shopstack/plugin-builds-common';
import { missingAnnotation, requireEntity } from '@shopstack/plugin-kit-node';
import type { BuildExecutor, FoundProjects } from './BuildExecutor';
import type { ExecutorProject } from './ExecutorProject';

/** Finds what an entity names, at all executors. */
export class EntityProjects {
  readonly #catalog: CatalogService;
  readonly #executors: readonly BuildExecutor[];

  constructor(catalog: CatalogService, executors: readonly BuildExecutor[]) {
    this.#catalog = catalog;
    this.#executors = executors;
  }

  /**
   * @throws NotFoundError when the caller may not see the entity; InputError when it names no project, or only
   *   malformed ones.
   */
  async find(
    entityRef: CompoundEntityRef,
    credentials: BackstageCredentials,
  ): Promise<FoundProjects> {
    const entity = await requireEntity(this.#catalog, entityRef, credentials);
    const found = await Promise.all(
      this.#executors.map(executor => executor.find(entity)),
    );
    const projects = unique(found.flatMap(each => each.projects));
    const problems = found.flatMap(each => each.problems);
    const sources = found.flatMap(each => each.sources);
    if (projects.length === 0 && sources.length === 0) {
      throw problems.length > 0
        ? new InputError(problems.map(problem => problem.reason).join('; '))
        : missingAnnotation(
            entity,
            ...this.#executors.flatMap(({ annotations }) => annotations),
          );
    }
    return { projects, problems, sources };
  }

  /**
   * The projects that a build may be of, told from its id alone.
   *
   * @throws as `find`, and NotFoundError when it is of none.
   */
  async findOwners(
    entityRef: CompoundEntityRef,
    { executor, id }: BuildId,
    credentials: BackstageCredentials,
  ): Promise<ExecutorProject[]> {
    const { projects } = await this.find(entityRef, credentials);
    const owners = projects.filter(
      project => project.executor === executor && project.mayOwn(id),
    );
    if (owners.length === 0) {
      throw new NotFoundError('The build is of none of its projects');
    }
    return owners;
  }
}

function unique(projects: ExecutorProject[]): ExecutorProject[] {
  return [...new Map(projects.map(each => [each.key, each])).values()];
}
